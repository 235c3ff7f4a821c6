
# From here on the script of every launch is the same. Its own names begin with snapsweep_: the lines of the settings
# 'setup' and 'teardown' run in the same shell.

snapsweep_first=${1:?usage: job.sh TASK [PART [ATTEMPT [MAX_REQUEUES]]]}
snapsweep_part=${2:-hand} snapsweep_attempt=${3:-1} snapsweep_max_requeues=${4:-0}
snapsweep_index=${SLURM_ARRAY_TASK_ID:-0} snapsweep_restart=${SLURM_RESTART_COUNT:-0}
snapsweep_job=${SLURM_ARRAY_JOB_ID:+${SLURM_ARRAY_JOB_ID}_$snapsweep_index}
snapsweep_job=${snapsweep_job:-${SLURM_JOB_ID-}}
snapsweep_parts=$snapsweep_record/parts/$snapsweep_part
snapsweep_phase=start snapsweep_child='' snapsweep_told='' snapsweep_out_of_time=''
snapsweep_code=0 snapsweep_worst=0 snapsweep_private='' snapsweep_patience=10
# Not HOSTNAME, which a job may inherit from the machine that it was submitted on.
read -r snapsweep_node </proc/sys/kernel/hostname || snapsweep_node=$HOSTNAME

snapsweep_say() {
  echo "snapsweep: $*" >&2
}

# --- what another machine wrote

# On a network file system a node may go for some seconds by what it has seen of a folder before. To open the folder has it
# ask the server: see "close-to-open" in nfs(5).
snapsweep_refresh() { # FOLDER
  { true <"$1"; } 2>/dev/null # not ":": after a redirection of that which fails, POSIXLY_CORRECT ends the shell
}

# Waits some seconds, in a job, for what was made on another machine; says whether it is here.
snapsweep_await() { # PATH
  local folder told=''
  while [[ ! -r $1 ]]; do
    [[ -n $snapsweep_job ]] && (( snapsweep_patience-- > 0 )) || return 1
    [[ -n $told ]] || snapsweep_say "waiting until $1 can be read on $snapsweep_node ..."
    told=yes folder=$1
    while [[ $folder == */* ]]; do
      folder=${folder%/*}
      snapsweep_refresh "$folder/"
    done
    sleep 1
  done
}

# Nothing is written elsewhere because somebody has put a link in the folder's place.
[[ ! -L $snapsweep_record ]] || { snapsweep_say "task $snapsweep_first of launch $snapsweep_launch cannot run: $snapsweep_record is a link"; exit 125; }

# --- the marks: what a task says about itself, read by slurm:status

# A mark is written whole or not at all: nobody ever reads half of one. That of the end has its place on the disk before the
# task begins, and is written over what was there, so that a disk that the task has filled has room for it.
snapsweep_mark() { # KIND JSON
  local file=$snapsweep_record/tasks/$(( snapsweep_task / 1000 ))/$snapsweep_task.$snapsweep_part.$1
  local unfinished=$file.$snapsweep_node.$$
  snapsweep_write "$2" "$unfinished" && mv -f "$unfinished" "$file" && return 0 # in a trap, a bare return is a failure
  snapsweep_say "the mark $file cannot be written: is the disk full?"
  rm -f "$unfinished"
  return 1
}

snapsweep_write() { # JSON FILE
  { printf '%-511s\n' "$1" 1<>"$2"; } 2>/dev/null
}

snapsweep_about() { # STARTED: what both marks say; in snapsweep_json
  snapsweep_json="\"task\":$snapsweep_task,\"part\":\"$snapsweep_part\",\"restart\":$snapsweep_restart"
  snapsweep_json+=",\"host\":\"$snapsweep_node\",\"pid\":$$,\"job\":\"$snapsweep_job\",\"started\":$1"
}

snapsweep_begin() { # TASK
  snapsweep_task=$1
  snapsweep_output=$snapsweep_outputs/${snapsweep_shards:+$(( snapsweep_task / 1000 ))/}$snapsweep_task
  local marks=$snapsweep_record/tasks/$(( snapsweep_task / 1000 ))
  [[ -d $marks ]] || mkdir -p "$marks"
  [[ ! -e $marks/$snapsweep_task.$snapsweep_part.exit ]] || rm -f "$marks/$snapsweep_task.$snapsweep_part.exit"
  (( snapsweep_restart == 0 )) || rm -f "$marks/$snapsweep_task.$snapsweep_part.exit."* # a run before has left its place
  printf -v snapsweep_began '%(%s)T' -1
  snapsweep_about "$snapsweep_began"
  snapsweep_mark start "{$snapsweep_json}" || exit 125
  snapsweep_write '' "$marks/$snapsweep_task.$snapsweep_part.exit.$snapsweep_node.$$" || {
    snapsweep_say "there is no room for the marks of task $snapsweep_task in $marks: it does not run"
    exit 125
  }
}

snapsweep_end() { # CODE [WHY]
  local why=${2-} now
  why=${why:0:1000} why=${why//[[:cntrl:]]/ } why=${why//\\/\\\\} why=${why//\"/\\\"}
  printf -v now '%(%s)T' -1
  snapsweep_about "$snapsweep_began"
  (( $1 <= snapsweep_worst )) || snapsweep_worst=$1
  snapsweep_mark exit "{$snapsweep_json,\"exit\":$1,\"why\":\"$why\",\"ended\":$now}" || exit 125
}

# None of the job's tasks that are left can run.
snapsweep_cannot() { # WHY
  snapsweep_phase=end
  local task
  for task in "${snapsweep_left[@]}"; do
    snapsweep_task=$task
    snapsweep_say "task $task of launch $snapsweep_launch cannot run: $1"
    snapsweep_end 125 "$1"
  done
  exit 125
}

# --- which tasks the job has

snapsweep_choose() {
  snapsweep_left=( $(( snapsweep_first + snapsweep_index )) )
  snapsweep_packed=''
  snapsweep_refresh "${snapsweep_parts%/*}"
  [[ -e $snapsweep_parts.tasks ]] || return 0
  snapsweep_packed=yes
  mapfile -t -s "$snapsweep_index" -n 1 snapsweep_line <"$snapsweep_parts.tasks"
  local task
  snapsweep_left=()
  for task in ${snapsweep_line[0]-}; do
    snapsweep_has_ended "$task" || snapsweep_left+=( "$task" )
  done
}

# Whether a task of the job ended, and not because it was told to, before the job was put back into the queue.
snapsweep_has_ended() { # TASK
  local mark=$snapsweep_record/tasks/$(( $1 / 1000 ))/$1.$snapsweep_part.exit line
  (( snapsweep_restart > 0 )) && [[ -e $mark ]] && read -r line <"$mark" || return 1
  [[ $line != *'"why":"told to end by '* && $line != *'"why":"out of time'* ]]
}

# Whoever gives a part up writes the fence and then looks for marks; here it is the other way round: one sees the other.
snapsweep_heed_fence() {
  snapsweep_refresh "${snapsweep_parts%/*}"
  [[ -e $snapsweep_parts.given-up ]] || return 0
  local why='its part of the launch was given up, and its tasks were sent again as another job'
  snapsweep_say "task $snapsweep_task does not run: $why"
  snapsweep_end 125 "$why"
  exit 0
}

# --- what a task needs

snapsweep_enter() {
  snapsweep_await "$snapsweep_directory" && cd "$snapsweep_directory" ||
    snapsweep_cannot "its folder $snapsweep_directory is gone: was the worktree removed?"
  local need
  for need in "${snapsweep_needs[@]}"; do
    snapsweep_await "$need" || snapsweep_cannot "$need cannot be read: was it removed, or is its file system not there on $snapsweep_node?"
  done
}

snapsweep_load() {
  local point
  mkdir -p "$snapsweep_output" || snapsweep_cannot "its output folder $snapsweep_output cannot be made"
  unset "${!SNAPSWEEP_PARAM_@}"
  mapfile -t -s "$snapsweep_task" -n 1 point <"$snapsweep_record/points.bash"
  (( ${#point[@]} )) || snapsweep_cannot "points.bash has no line for it"
  eval "${point[0]}" # sets its parameters: every value in it is quoted
  printf '%s\n' "$snapsweep_parameters" >"$snapsweep_output/params.json" ||
    snapsweep_cannot "$snapsweep_output cannot be written to: is the disk full?"
  export SNAPSWEEP_TASK=$snapsweep_task SNAPSWEEP_OUTPUT=$snapsweep_output
}

# --- a task's own copy of the worktree, on its node's disk

snapsweep_isolate() {
  [[ -n $snapsweep_isolated ]] || return 0
  local folder=${SLURM_TMPDIR:-${TMPDIR:-/tmp}}
  snapsweep_sweep "$folder"
  snapsweep_hold "$folder" || snapsweep_cannot "no private copy of the worktree can be made in $folder"
  mkdir -m 700 "$snapsweep_private" && cp -a --reflink=auto "$snapsweep_isolated/." "$snapsweep_private/" && snapsweep_own_git ||
    snapsweep_cannot "the private copy of the worktree in $folder cannot be written: is the disk full?"
  cd "$snapsweep_private${snapsweep_directory#"$snapsweep_isolated"}" ||
    snapsweep_cannot "the private copy of the worktree in $folder is gone"
}

# The lock is held by all that the task starts, and ends with the last of them, however it ends.
snapsweep_hold() { # FOLDER
  local lock
  while true; do
    lock=$(mktemp "$1/snapsweep-$UID-XXXXXXXX.lock") || return 1
    snapsweep_private=${lock%.lock}
    exec {snapsweep_held}<>"$lock"
    command -v flock >/dev/null || return 0
    flock -n "$snapsweep_held" && [[ -e $lock ]] && return 0
    exec {snapsweep_held}>&- # another task took it for one that was left behind
  done
}

# Copies that tasks of this user left here because they were killed.
snapsweep_sweep() { # FOLDER
  local lock held
  command -v flock >/dev/null || return 0
  for lock in "$1"/snapsweep-"$UID"-????????.lock; do
    [[ -f $lock && ! -L $lock && -O $lock ]] || continue
    exec {held}<>"$lock" || continue
    ! flock -n "$held" || snapsweep_delete "${lock%.lock}"
    exec {held}>&-
  done
}

snapsweep_delete() { # FOLDER
  rm -rf "$1" 2>/dev/null || { chmod -R u+rwX "$1" && rm -rf "$1"; }
  rm -f "$1.lock"
}

# What the task does to HEAD and the index is its own too; objects and branches are the repository's.
snapsweep_own_git() {
  local git common file
  git=$(<"$snapsweep_private/.git") && git=${git#gitdir: } && common=$(<"$git/commondir") || return 1
  [[ $common == /* ]] || common=$git/$common
  rm "$snapsweep_private/.git" && mkdir "$snapsweep_private/.git" || return 1
  for file in HEAD index config.worktree; do
    [[ ! -e $git/$file ]] || cp "$git/$file" "$snapsweep_private/.git/" || return 1
  done
  printf '%s\n' "$common" >"$snapsweep_private/.git/commondir"
}

snapsweep_drop() {
  [[ -n $snapsweep_private ]] || return 0
  cd "$snapsweep_directory" || cd /
  snapsweep_delete "$snapsweep_private"
  exec {snapsweep_held}>&-
  snapsweep_private=''
}

# A disk that is full is the reason for many a failure, and seldom what the program says.
snapsweep_full() { # FOLDER
  local probe=$1/.snapsweep-$snapsweep_node-$$ full=1
  { echo x >"$probe"; } 2>/dev/null || full=0
  rm -f "$probe"
  return "$full"
}

# --- signals

snapsweep_forward() { # SIGNAL
  [[ -z $snapsweep_child ]] || kill -s "$1" -- "-$snapsweep_child" 2>/dev/null
}

snapsweep_listen() {
  trap 'snapsweep_told=SIGTERM; snapsweep_forward TERM' TERM
  trap 'snapsweep_told=SIGHUP; snapsweep_forward HUP' HUP
  trap 'snapsweep_told=SIGINT; snapsweep_forward TERM' INT
  trap 'snapsweep_told="SIGUSR2, out of time" snapsweep_out_of_time=yes; snapsweep_forward USR2' USR2
}

# A line of 'setup' or 'teardown' may end the whole script.
snapsweep_exited() {
  local code=$?
  snapsweep_drop
  case $snapsweep_phase in
    setup) snapsweep_cannot "a line of the setting 'setup' ended the script: exit code $code" ;;
    teardown) snapsweep_leave ;;
  esac
}

# --- a task's run

# Bash holds a trap back while a program runs in the foreground, so the program runs in the background; and a trap ends
# `wait` early, so that is called until the program is gone. What `wait` then says may be wrong, so the program's code is
# written down, in the place of the last mark, by a shell that waits for nothing else. The two have a process group of their
# own: a signal reaches all.
snapsweep_run() {
  local place=$snapsweep_record/tasks/$(( snapsweep_task / 1000 ))/$snapsweep_task.$snapsweep_part.exit.$snapsweep_node.$$ real=''
  set -m
  (
    set +m
    trap : TERM HUP INT USR2
    "${snapsweep_launcher[@]}" "${snapsweep_command[@]}"
    snapsweep_code=$?
    snapsweep_write "$snapsweep_code" "$place"
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
  snapsweep_child=''
  { read -r real <"$place"; } 2>/dev/null
  [[ ! $real =~ ^[0-9]+$ ]] || snapsweep_code=$real
  (( snapsweep_code >= 0 )) || snapsweep_code=137 # killed, both of them
}

# Why a task ended as it did, where its exit code alone does not tell; in snapsweep_why.
snapsweep_explain() {
  local folder
  snapsweep_why=''
  (( snapsweep_code != 0 )) || return 0
  if [[ -n $snapsweep_told ]]; then
    snapsweep_why="told to end by $snapsweep_told: exit code $snapsweep_code"
  else
    for folder in "$snapsweep_output" "${TMPDIR:-/tmp}"; do
      snapsweep_full "$folder" && snapsweep_why="exit code $snapsweep_code; nothing more can be written to $folder: is it full?"
    done
    [[ -z $snapsweep_why ]] || snapsweep_say "task $snapsweep_task: $snapsweep_why"
  fi
}

snapsweep_run_all() {
  while (( ${#snapsweep_left[@]} )) && [[ -z $snapsweep_told ]]; do
    if [[ $snapsweep_task != "${snapsweep_left[0]}" ]]; then
      snapsweep_begin "${snapsweep_left[0]}"
      snapsweep_load
    fi
    [[ -z $snapsweep_packed ]] || snapsweep_say "task $snapsweep_task"
    snapsweep_isolate
    snapsweep_run
    snapsweep_drop
    snapsweep_will_run_again && return 0
    snapsweep_explain
    snapsweep_left=( "${snapsweep_left[@]:1}" )
    snapsweep_end "$snapsweep_code" "$snapsweep_why"
  done
}

# --- once more: out of time, or in the way of others

# Whether the task that has just ended is to run again in this job.
snapsweep_will_run_again() {
  (( snapsweep_code != 0 )) && { snapsweep_has_time_again || snapsweep_is_preempted; }
}

snapsweep_has_time_again() {
  [[ -n $snapsweep_out_of_time ]] && (( snapsweep_restart < snapsweep_max_requeues ))
}

# Slurm puts a job back that it has to end for another one, but not one that ends by itself within its grace time, when it
# was told of that (PreemptParameters=send_user_signal): that one puts itself back. It is told in the same way as one that is
# out of time, or that its user cancels, so Slurm is asked.
snapsweep_is_preempted() {
  [[ -n $snapsweep_told && -n $snapsweep_job ]] || return 1
  [[ -n ${snapsweep_preempted-} ]] || snapsweep_preempted=$(snapsweep_ask_preemption)
  [[ $snapsweep_preempted == yes ]]
}

snapsweep_ask_preemption() {
  local said
  said=$(timeout 20 scontrol show job --oneliner "$snapsweep_job" 2>/dev/null)
  if [[ $said == *'JobState=RUNNING'* && $said == *'PreemptTime='[0-9]* ]]; then echo yes; else echo no; fi
}

# Puts the job back into the queue; returns when that cannot be done.
snapsweep_requeue() {
  if snapsweep_has_time_again; then
    snapsweep_say "the job is out of time: it is queued again ($(( snapsweep_restart + 1 )) of at most $snapsweep_max_requeues times)"
  elif snapsweep_is_preempted; then
    snapsweep_say "the job makes way for another one: it is queued again"
  else
    return 1
  fi
  scontrol requeue "$snapsweep_job" && exit "$snapsweep_code"
}

snapsweep_leave() {
  snapsweep_phase=end
  if (( ${#snapsweep_left[@]} )); then
    snapsweep_requeue
    if [[ $snapsweep_task == "${snapsweep_left[0]}" ]]; then
      snapsweep_explain
      snapsweep_end "$snapsweep_code" "$snapsweep_why"
    fi
  fi
  exit "$snapsweep_worst"
}

# --- the job

snapsweep_await "$snapsweep_record/points.bash"
snapsweep_choose
(( ${#snapsweep_left[@]} )) || exit 0
snapsweep_begin "${snapsweep_left[0]}"
snapsweep_heed_fence
snapsweep_enter
export SNAPSWEEP_LAUNCH=$snapsweep_launch SNAPSWEEP_COMMIT=$snapsweep_commit
export SNAPSWEEP_ATTEMPT=$snapsweep_attempt SNAPSWEEP_RESTART=$snapsweep_restart
# srun takes the CPUs of a task from the job no more, from 22.05 on.
[[ -z ${SLURM_CPUS_PER_TASK-} ]] || export SRUN_CPUS_PER_TASK=$SLURM_CPUS_PER_TASK
snapsweep_load

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

snapsweep_code=143 # that of a task that was told to end before it began
snapsweep_run_all

trap : TERM HUP INT USR2
snapsweep_phase=teardown
snapsweep_teardown
set +eu
snapsweep_leave
