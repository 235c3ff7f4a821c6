# shellcheck shell=bash
# Rows: what squeue, sacct and scontrol list of a job. A row is a task that has (or had) a node, or
# all the tasks of an array that are still pending, or were cancelled while pending, taken together.

queue_rows() { # ID EACH: sets rows to "TASK..." lists; EACH=1 keeps pending tasks apart
  local id=$1 each=$2 i k state pending=() cancelled=()
  local -a apart=()
  rows=()
  for i in ${TASKS[$id]}; do
    k=$id/$i state=${ST[$id/$i]-PENDING}
    case $state in
      VANISHED) ;;
      PENDING)
        if [[ ${HELD[$k]-} || ${BEGIN[$k]-0} != 0 || ${AGAIN[$k]-} ]]; then apart+=("$i"); else pending+=("$i"); fi
        ;;
      CANCELLED) if [[ ${BEGAN[$k]-} ]]; then apart+=("$i"); else cancelled+=("$i"); fi ;;
      *) apart+=("$i") ;;
    esac
  done
  if [[ $each ]]; then
    rows=(${pending[@]+"${pending[@]}"} ${cancelled[@]+"${cancelled[@]}"})
  else
    ((${#pending[@]} == 0)) || rows+=("${pending[*]}")
    ((${#cancelled[@]} == 0)) || rows+=("${cancelled[*]}")
  fi
  rows+=(${apart[@]+"${apart[@]}"})
}

queue_only() { # WANTED...: rows cut down to these tasks; none means all
  (($#)) || return 0
  local row i kept left=() wanted=" $* "
  for row in ${rows[@]+"${rows[@]}"}; do
    kept=()
    for i in $row; do [[ $wanted != *" $i "* ]] || kept+=("$i"); done
    ((${#kept[@]} == 0)) || left+=("${kept[*]}")
  done
  rows=(${left[@]+"${left[@]}"})
}

queue_list() { # ID ROW LENGTH: sets list, as 3-9%3, cut to LENGTH
  # shellcheck disable=SC2086  # a list of indices
  array_print $2
  ((LIMIT[$1] == 0)) || list+=%${LIMIT[$1]}
  array_cut "$3"
}

is_waiting() { # ID TASK: without a node ever since
  local k=$1/$2
  [[ ${ST[$k]-PENDING} == PENDING || ( ${ST[$k]} == CANCELLED && -z ${BEGAN[$k]-} ) ]]
}

queue_code() { # STATE: sets code
  case $1 in
    PENDING) code=PD ;; RUNNING) code=R ;; COMPLETING) code=CG ;; COMPLETED) code=CD ;; CANCELLED) code=CA ;;
    FAILED) code=F ;; TIMEOUT) code=TO ;; NODE_FAIL) code=NF ;; *) code=${1:0:2} ;;
  esac
}
