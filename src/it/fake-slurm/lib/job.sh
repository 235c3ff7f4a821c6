# shellcheck shell=bash
# A job is its record and the replay of its log. The log's lines are
#   MS TASK EVENT DETAILS
# where TASK is an array index, `-` for a job that is no array, `*` for the job as a whole:
#   start RAW NODE       pid SCRIPT RUNNER    end CODE SIGNAL   a run
#   kill WHY UID         the run shall end: cancel, timeout, requeue
#   cancel UID           while pending        vanish UID        the same, of one array task
#   requeue MS           back in the queue, not before MS
#   hold WHO, release, begin MS, throttle N, reason TEXT, free (dependencies are met), lost (the node is)
#   set KEY VALUE        changes the record
# An event that comes too late (a start after a cancel, say) changes nothing: the order of the lines
# decides, and everyone who reads them sees the same.

declare -gA J                                   # the record last loaded
declare -gA ST RAW NODE BEGAN ENDED CODE SIG PID RUNNER WHY BY AGAIN BEGIN HELD # by ID/TASK
declare -gA TASKS OPEN RUN HOLD LIMIT REASON FREE SPLIT                         # by ID
declare -gi all_running=0

job_load() { # ID: its record into J; fails if there is none
  J=()
  # shellcheck source=/dev/null
  source "$store/jobs/$1/record" 2>/dev/null || return
  TASKS[$1]=${J[tasks]}
}

job_save() { # J into its record
  local text
  text=$(declare -p J)
  printf '%s\n' "${text#declare -A }" >"$store/jobs/${J[id]}/record"
}

job_begin() { # ID: before its log is replayed
  local all
  # shellcheck disable=SC2206  # a list of indices
  all=(${TASKS[$1]})
  OPEN[$1]=${#all[@]} RUN[$1]=0 HOLD[$1]=${J[hold]} LIMIT[$1]=${J[throttle]}
  REASON[$1]=${J[reason]} FREE[$1]= SPLIT[$1]=0
}

is_final() { case $1 in PENDING | RUNNING | COMPLETING) return 1 ;; esac; }
is_on_node() { [[ $1 == RUNNING || $1 == COMPLETING ]]; }

job_become() { # ID TASK STATE
  local k=$1/$2 old=${ST[$1/$2]-PENDING}
  if is_on_node "$old"; then RUN[$1]=$((RUN[$1] - 1)) all_running+=-1; fi
  if is_on_node "$3"; then RUN[$1]=$((RUN[$1] + 1)) all_running+=1; fi
  if is_final "$old"; then OPEN[$1]=$((OPEN[$1] + 1)); fi
  if is_final "$3"; then OPEN[$1]=$((OPEN[$1] - 1)); fi
  ST[$k]=$3
}

job_again() { # ID TASK MS: pending once more
  local k=$1/$2
  job_become "$1" "$2" PENDING
  AGAIN[$k]=$((${AGAIN[$k]-0} + 1)) BEGIN[$k]=$3
  unset "BEGAN[$k]" "ENDED[$k]" "NODE[$k]" "PID[$k]" "WHY[$k]" "CODE[$k]" "SIG[$k]" "RUNNER[$k]"
}

job_apply() { # ID MS TASK EVENT DETAILS
  local id=$1 ms=$2 task=$3 event=$4 k=$1/$3 old i
  shift 4
  if [[ $task == '*' ]]; then
    case $event in
      hold) HOLD[$id]=$1 ;;
      release) HOLD[$id]= ;;
      throttle) LIMIT[$id]=$1 ;;
      reason) REASON[$id]=$1 ;;
      free) FREE[$id]=1 REASON[$id]=None ;;
      set) J[$1]=${*:2} ;;
      *) # for each of the tasks it can be for
        for i in ${TASKS[$id]}; do job_apply "$id" "$ms" "$i" "$event" "$@"; done ;;
    esac
    return
  fi
  old=${ST[$k]-PENDING}
  case $event,$old in
    start,PENDING)
      job_become "$id" "$task" RUNNING
      [[ ${RAW[$k]-} ]] || SPLIT[$id]=$((SPLIT[$id] + 1))
      RAW[$k]=$1 NODE[$k]=$2 BEGAN[$k]=$ms
      unset "WHY[$k]" "BEGIN[$k]"
      ;;
    pid,RUNNING | pid,COMPLETING) PID[$k]=$1 RUNNER[$k]=$2 ;;
    kill,RUNNING)
      job_become "$id" "$task" COMPLETING
      WHY[$k]=$1 BY[$k]=$2
      ;;
    end,RUNNING | end,COMPLETING)
      ENDED[$k]=$ms CODE[$k]=$1 SIG[$k]=$2
      case ${WHY[$k]-} in
        requeue) job_again "$id" "$task" "$((ms + 2 * ${J[minute]}))"; REASON[$id]=BeginTime ;;
        cancel) job_become "$id" "$task" CANCELLED; CODE[$k]=0 SIG[$k]=15 ;;
        timeout) job_become "$id" "$task" TIMEOUT; CODE[$k]=0 SIG[$k]=15 ;;
        *) if (($1 || $2)); then job_become "$id" "$task" FAILED; else job_become "$id" "$task" COMPLETED; fi ;;
      esac
      ;;
    lost,RUNNING | lost,COMPLETING) ENDED[$k]=$ms; job_become "$id" "$task" NODE_FAIL ;;
    cancel,PENDING) ENDED[$k]=$ms BY[$k]=$1; job_become "$id" "$task" CANCELLED ;;
    vanish,PENDING) job_become "$id" "$task" VANISHED ;;
    requeue,PENDING | requeue,VANISHED) ;;
    requeue,RUNNING | requeue,COMPLETING) ;;
    requeue,*) job_again "$id" "$task" "$1"; REASON[$id]=BeginTime ;;
    hold,*) HELD[$k]=$1 ;;
    release,*) unset "HELD[$k]" ;;
    begin,PENDING) BEGIN[$k]=$1 ;;
  esac
}

job_replay() { # ID [BEFORE]: record and log; events at or after BEFORE have not happened yet
  local id=$1 before=${2:-} line
  job_load "$id" || return
  job_begin "$id"
  while read -ra line; do
    [[ -z $before ]] || ((line[0] < before)) || break
    job_apply "$id" "${line[@]}"
  done <"$store/jobs/$id/log"
}

job_forget() { # ID: out of this process's memory
  local i k
  for i in ${TASKS[$1]}; do
    k=$1/$i
    unset "ST[$k]" "RAW[$k]" "NODE[$k]" "BEGAN[$k]" "ENDED[$k]" "CODE[$k]" "SIG[$k]" "PID[$k]" "RUNNER[$k]" \
      "WHY[$k]" "BY[$k]" "AGAIN[$k]" "BEGIN[$k]" "HELD[$k]"
  done
  unset "TASKS[$1]" "OPEN[$1]" "RUN[$1]" "HOLD[$1]" "LIMIT[$1]" "REASON[$1]" "FREE[$1]" "SPLIT[$1]"
}

job_known() { # ID NOW: is it still in the controller's memory?
  local ended
  [[ -d $store/jobs/$1 && -e $store/jobs/$1/log ]] || return
  [[ -e $store/jobs/$1/finished && ! -e $store/active/$1 ]] || return 0
  read -r ended <"$store/jobs/$1/finished" || return 0
  (($2 - ended < ${FAKE_SLURM_MINJOBAGE:-300} * 1000))
}

job_task_ref() { # 47, 47_3 or 47_[3-5] or a raw id: sets id and tasks (none: the whole job); fails if it is not an id
  local spec=$1 path
  tasks=()
  if [[ $spec =~ ^[0-9]+$ ]]; then
    id=$spec
    [[ -e $store/jobs/$id/record ]] || job_of_raw "$id" || :
  elif [[ $spec =~ ^([0-9]+)_(\[[0-9,:-]+\]|[0-9,:-]+)$ ]]; then
    id=${BASH_REMATCH[1]}
    local throttle
    array_parse "${BASH_REMATCH[2]}" 100000000
  elif [[ $spec =~ ^([0-9]+)_\*$ ]]; then
    id=${BASH_REMATCH[1]}
  else
    return 1
  fi
}

job_of_raw() { # RAW: sets id and tasks if an array's task has that id; its ids lie in a row
  local base='' i ids
  store_ids jobs
  for i in ${ids[@]+"${ids[@]}"}; do
    ((i < $1)) || break
    base=$i
  done
  [[ $base ]] && job_replay "$base" && (($1 < base + J[count])) || return
  for i in ${TASKS[$base]}; do
    [[ ${RAW[$base/$i]-} == "$1" ]] || continue
    id=$base tasks=("$i")
    return 0
  done
  return 1
}

job_reason() { # ID TASK: sets reason
  local k=$1/$2
  case ${ST[$k]-PENDING} in
    PENDING)
      if [[ ${HELD[$k]-${HOLD[$1]}} == user ]]; then
        reason=JobHeldUser
      elif [[ ${BEGIN[$k]-0} != 0 ]] && ((${BEGIN[$k]} > now)); then
        reason=BeginTime
      else
        reason=${REASON[$1]}
      fi
      ;;
    FAILED) if [[ ${SIG[$k]} != 0 ]]; then reason=JobLaunchFailure; else reason=NonZeroExitCode; fi ;;
    TIMEOUT) reason=TimeLimit ;;
    NODE_FAIL) reason=NodeDown ;;
    CANCELLED) if [[ ${BEGAN[$k]-} ]]; then reason=None; elif [[ ${HOLD[$1]} ]]; then reason=JobHeldUser; else reason=${REASON[$1]}; fi ;;
    *) reason=None ;;
  esac
}

job_dependency() { # ID: sets dependency, as %E prints it
  dependency='(null)'
  [[ ${J[dependency]} && -z ${FREE[$1]} ]] || return 0
  local part mark=unfulfilled
  [[ ${REASON[$1]} != DependencyNeverSatisfied ]] || mark=failed
  dependency=
  local IFS=,
  for part in ${J[dependency]}; do
    local kind=${part%%:*} one
    local IFS=:
    for one in ${part#*:}; do dependency+=,$kind:$one\($mark\); done
  done
  dependency=${dependency#,}
}

job_log_line() { # ID TASK WHY: what slurmstepd writes into the output of a run that is ended
  local k=$1/$2 due= stamp now
  clock_now
  clock_stamp "$now"
  case $3 in timeout) due=' DUE TO TIME LIMIT' ;; requeue) due=' DUE TO JOB REQUEUE' ;; esac
  printf 'slurmstepd-%s: error: *** JOB %s ON %s CANCELLED AT %s%s ***\n' \
    "${NODE[$k]}" "${RAW[$k]}" "${NODE[$k]}" "$stamp" "$due"
}

job_path() { # ID TASK PATTERN: sets path
  local raw=${RAW[$1/$2]-$1} rest=$3 width
  path=
  while [[ $rest == *%* ]]; do
    path+=${rest%%\%*} rest=${rest#*%}
    width=
    while [[ $rest == [0-9]* ]]; do width+=${rest:0:1} rest=${rest:1}; done
    case $rest in
      A*) printf -v width "%0${width:-1}d" "$1" ;;
      a*) printf -v width "%0${width:-1}d" "${2/-/4294967294}" ;;
      j*) printf -v width "%0${width:-1}d" "$raw" ;;
      J*) width=$raw ;;
      x*) width=${J[name]} ;;
      u*) width=${J[user]} ;;
      N*) width=${HOSTNAME%%.*} ;;
      n* | t*) printf -v width "%0${width:-1}d" 0 ;;
      s*) width=batch ;;
      %*) width=% ;;
      *) width=%$width${rest:0:1} ;;
    esac
    path+=$width rest=${rest:1}
  done
  path+=$rest
  [[ $path == /* ]] || path=${J[chdir]}/$path
}
