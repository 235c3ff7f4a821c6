
# From here on the script of every launch is the same. Its own names begin with snapsweep_: the lines of the settings
# 'setup' and 'teardown' run in the same shell.

snapsweep_task=$(( ${1:?usage: job.sh TASK} + ${SLURM_ARRAY_TASK_ID:-0} ))
snapsweep_attempt=${SLURM_RESTART_COUNT:-0}
snapsweep_output=$snapsweep_outputs/$snapsweep_task
snapsweep_marks=$snapsweep_record/tasks/$(( snapsweep_task / 1000 ))
snapsweep_phase=start snapsweep_child='' snapsweep_told='' snapsweep_out_of_time='' snapsweep_code=0
# Not HOSTNAME, which a job may inherit from the machine that it was submitted on.
read -r snapsweep_node </proc/sys/kernel/hostname || snapsweep_node=$HOSTNAME

# A mark is written whole or not at all: nobody ever reads half of one.
snapsweep_mark() { # KIND JSON
  local file=$snapsweep_marks/$snapsweep_task.$1
  printf '%s\n' "$2" >"$file.$$" && mv -f "$file.$$" "$file"
}

snapsweep_started() {
  local now
  rm -f "$snapsweep_marks/$snapsweep_task.exit"
  printf -v now '%(%s)T' -1
  snapsweep_mark start "{\"task\":$snapsweep_task,\"attempt\":$snapsweep_attempt,\"host\":\"$snapsweep_node\",\"pid\":$$,\"job\":\"${SLURM_JOB_ID-}\",\"started\":$now}"
}

snapsweep_ended() { # CODE [WHY]
  local why=${2-} now
  why=${why//[[:cntrl:]]/ } why=${why//\\/\\\\} why=${why//\"/\\\"}
  printf -v now '%(%s)T' -1
  snapsweep_mark exit "{\"task\":$snapsweep_task,\"attempt\":$snapsweep_attempt,\"exit\":$1,\"why\":\"$why\",\"ended\":$now}"
}

snapsweep_cannot() { # WHY
  snapsweep_phase=end
  echo "snapsweep: task $snapsweep_task of launch $snapsweep_launch cannot run: $1" >&2
  snapsweep_ended 125 "$1"
  exit 125
}

snapsweep_finish() {
  snapsweep_phase=end
  local why=''
  if [[ -n $snapsweep_out_of_time ]] && (( snapsweep_code != 0 && snapsweep_attempt < snapsweep_max_requeues )); then
    echo "snapsweep: task $snapsweep_task is out of time: it is queued again ($(( snapsweep_attempt + 1 )) of at most $snapsweep_max_requeues times)" >&2
    snapsweep_mark requeue "{\"task\":$snapsweep_task,\"attempt\":$snapsweep_attempt,\"exit\":$snapsweep_code}"
    scontrol requeue "${SLURM_ARRAY_JOB_ID:+${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID}" && exit "$snapsweep_code"
  fi
  [[ -z $snapsweep_told ]] || (( snapsweep_code == 0 )) || why="told to end by $snapsweep_told: exit code $snapsweep_code"
  snapsweep_ended "$snapsweep_code" "$why"
  exit "$snapsweep_code"
}

# A line of 'setup' or 'teardown' may end the whole script.
snapsweep_exited() {
  local code=$?
  case $snapsweep_phase in
    setup) snapsweep_cannot "a line of the setting 'setup' ended the script: exit code $code" ;;
    teardown) snapsweep_finish ;;
  esac
}

snapsweep_forward() { # SIGNAL
  [[ -z $snapsweep_child ]] || kill -s "$1" -- "-$snapsweep_child" 2>/dev/null
}

snapsweep_listen() {
  trap 'snapsweep_told=SIGTERM; snapsweep_forward TERM' TERM
  trap 'snapsweep_told=SIGHUP; snapsweep_forward HUP' HUP
  trap 'snapsweep_told=SIGINT; snapsweep_forward TERM' INT
  trap 'snapsweep_told="SIGUSR2, out of time" snapsweep_out_of_time=yes; snapsweep_forward USR2' USR2
}

# Bash holds a trap back while a program runs in the foreground, so the program runs in the background; and a trap ends
# `wait` early, so that is called until the program is gone. What `wait` then says may be wrong, so the program's code is
# written down by a shell that waits for nothing else. The two have a process group of their own: a signal reaches all.
snapsweep_run() {
  local real=$snapsweep_marks/$snapsweep_task.code.$$
  set -m
  (
    set +m
    trap : TERM HUP INT USR2
    "${snapsweep_launcher[@]}" "${snapsweep_command[@]}"
    snapsweep_code=$?
    echo "$snapsweep_code" >"$real"
    exit "$snapsweep_code"
  ) </dev/null &
  snapsweep_child=$!
  set +m
  [[ -z $snapsweep_told ]] || snapsweep_forward TERM
  wait "$snapsweep_child"
  snapsweep_code=$?
  while kill -0 "$snapsweep_child" 2>/dev/null; do
    wait "$snapsweep_child"
    snapsweep_code=$?
  done
  [[ ! -s $real ]] || read -r snapsweep_code <"$real"
  rm -f "$real"
  (( snapsweep_code >= 0 )) || snapsweep_code=137 # killed, both of them
}

mkdir -p "$snapsweep_marks" "$snapsweep_output" || exit 125
snapsweep_started || exit 125
cd "$snapsweep_directory" || snapsweep_cannot "its folder $snapsweep_directory is gone: was the worktree removed?"

mapfile -t -s "$snapsweep_task" -n 1 snapsweep_point <"$snapsweep_record/points.bash"
(( ${#snapsweep_point[@]} )) || snapsweep_cannot "points.bash has no line for it"
eval "${snapsweep_point[0]}" # sets its parameters: every value in it is quoted
printf '%s\n' "$snapsweep_parameters" >"$snapsweep_output/params.json" ||
  snapsweep_cannot "$snapsweep_output cannot be written to"

export SNAPSWEEP_TASK=$snapsweep_task SNAPSWEEP_LAUNCH=$snapsweep_launch SNAPSWEEP_OUTPUT=$snapsweep_output
export SNAPSWEEP_COMMIT=$snapsweep_commit SNAPSWEEP_ATTEMPT=$snapsweep_attempt

snapsweep_listen
trap snapsweep_exited EXIT
snapsweep_phase=setup
snapsweep_setup
snapsweep_code=$?
trap - ERR
set +eu
(( snapsweep_code == 0 )) || snapsweep_cannot "the setting 'setup' returned $snapsweep_code"
snapsweep_phase=run
snapsweep_listen # the lines of 'setup' may have set traps of their own

if [[ -z $snapsweep_told ]]; then
  snapsweep_run
else
  snapsweep_code=143 # told to end before it began
fi

trap : TERM HUP INT USR2
snapsweep_phase=teardown
snapsweep_teardown
set +eu
snapsweep_finish
