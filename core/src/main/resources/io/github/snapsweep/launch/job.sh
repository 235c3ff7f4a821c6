
# From here on the script of every launch is the same.

task=$(( ${1:?usage: job.sh TASK} + ${SLURM_ARRAY_TASK_ID:-0} ))
attempt=${SLURM_RESTART_COUNT:-0}
output=$outputs/$task
marks=$record/tasks/$(( task / 1000 ))

# A mark is written whole or not at all: nobody ever reads half of one.
mark() { # KIND JSON
  printf '%s\n' "$2" >"$marks/$task.$1.$$" && mv -f "$marks/$task.$1.$$" "$marks/$task.$1"
}

started() {
  rm -f "$marks/$task.exit"
  printf -v now '%(%s)T' -1
  mark start "{\"task\":$task,\"attempt\":$attempt,\"host\":\"$HOSTNAME\",\"pid\":$$,\"job\":\"${SLURM_JOB_ID-}\",\"started\":$now}"
}

ended() { # CODE [WHY]
  local why=${2-}
  why=${why//\\/\\\\} why=${why//\"/\\\"}
  printf -v now '%(%s)T' -1
  mark exit "{\"task\":$task,\"attempt\":$attempt,\"exit\":$1,\"why\":\"$why\",\"ended\":$now}"
}

cannot() { # WHY
  echo "snapsweep: task $task of launch $launch cannot run: $1" >&2
  ended 125 "$1"
  exit 125
}

forward() { # SIGNAL
  [[ -z $child ]] || kill -s "$1" "$child" 2>/dev/null
}

# Bash holds a trap back while a program runs in the foreground, so the program runs in the background; and a trap ends
# `wait` early, so that is called until the program is gone.
await() {
  wait "$child"
  code=$?
  while kill -0 "$child" 2>/dev/null; do
    wait "$child"
    code=$?
  done
  wait "$child" 2>/dev/null
  local again=$?
  (( again == 127 )) || code=$again
}

mkdir -p "$marks" "$output" || exit 125
started || exit 125
cd "$directory" || cannot "its folder $directory is gone: was the worktree removed?"

mapfile -t -s "$task" -n 1 point <"$record/points.bash"
(( ${#point[@]} )) || cannot "points.bash has no line for it"
eval "${point[0]}" # sets its parameters: every value in it is quoted
printf '%s\n' "$parameters" >"$output/params.json" || cannot "$output cannot be written to"

export SNAPSWEEP_TASK=$task SNAPSWEEP_LAUNCH=$launch SNAPSWEEP_OUTPUT=$output SNAPSWEEP_COMMIT=$commit
export SNAPSWEEP_ATTEMPT=$attempt

setup
trap - ERR

child='' out_of_time='' told=''
trap 'told=SIGTERM; forward TERM' TERM
trap 'told=SIGHUP; forward HUP' HUP
trap 'told=SIGINT; forward TERM' INT
trap 'out_of_time=yes told="SIGUSR2, out of time"; forward USR2' USR2

"${launcher[@]}" "${command[@]}" </dev/null &
child=$!
await
trap - TERM HUP INT USR2

teardown

if [[ -n $out_of_time ]] && (( code != 0 && attempt < max_requeues )); then
  echo "snapsweep: task $task is out of time: it is queued again ($(( attempt + 1 )) of at most $max_requeues times)" >&2
  mark requeue "{\"task\":$task,\"attempt\":$attempt,\"exit\":$code}"
  scontrol requeue "${SLURM_ARRAY_JOB_ID:+${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID}" && exit "$code"
fi
why=''
[[ -z $told ]] || (( code == 0 )) || why="told to end by $told: exit code $code"
ended "$code" "$why"
exit "$code"
