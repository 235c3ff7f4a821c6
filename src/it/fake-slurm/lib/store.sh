# shellcheck shell=bash
# The state directory:
#   counter            the last job id given out, guarded by `lock`
#   jobs/ID/record     what was submitted; beside it script, arguments, environment
#   jobs/ID/log        what happened since, one event a line; see job.sh
#   jobs/ID/finished   when the last task ended, in milliseconds
#   active/ID          an empty file for each job that is not finished
#   wake               a FIFO the scheduler sleeps at

store=${FAKE_SLURM_STATE:-${TMPDIR:-/tmp}/fake-slurm-$UID}
[[ $store == /* ]] || store=$PWD/$store

store_open() {
  [[ -p $store/wake && -d $store/spool ]] && return
  mkdir -p "$store"/{jobs,active,spool} || exit
  mkfifo "$store/wake" 2>/dev/null || :
}

store_lock() { exec {store_fd}>"$store/lock" && flock "$store_fd"; }
store_unlock() { exec {store_fd}>&-; }

store_take_ids() { # COUNT: sets id, the first of COUNT new ones
  local last=0
  store_lock
  [[ ! -s $store/counter ]] || read -r last <"$store/counter"
  echo $((last + $1)) >"$store/counter"
  store_unlock
  id=$((last + 1))
}

store_ids() { # sets ids, in ascending order: DIRECTORY is jobs or active
  local path
  ids=()
  for path in "$store/$1"/*; do
    path=${path##*/}
    [[ $path == '*' ]] || ids[path]=$path
  done
}

store_log() { # ID EVENT...: a single write, so that lines do not mix
  local now
  clock_now
  printf '%s %s\n' "$now" "${*:2}" >>"$store/jobs/$1/log"
}

# Wakes the scheduler, or starts one; never waits for it.
store_wake() {
  printf . 1<>"$store/wake"
  (
    cd / && exec env -i PATH="$PATH:/usr/local/bin:/usr/bin:/bin" ${TZ+"TZ=$TZ"} \
      FAKE_SLURM_STATE="$store" setsid "$here/scheduler"
  ) </dev/null >/dev/null 2>>"$store/scheduler.log" &
}

close_other_files() {
  local fd
  for fd in "/proc/$BASHPID/fd"/*; do
    fd=${fd##*/}
    [[ $fd == '*' ]] || ((fd <= 2 || fd == 255)) || exec {fd}>&-
  done
}
