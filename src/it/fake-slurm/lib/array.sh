# shellcheck shell=bash
# Lists of array indices: 1-20:5,7,30-31%2

array_parse() { # SPEC MAX: sets tasks (ascending, each once) and throttle; fails if it is not one
  local spec=$1 max=$2 part first last step i
  throttle=0
  if [[ $spec == *%* ]]; then
    throttle=${spec##*%} spec=${spec%%%*}
    [[ $throttle =~ ^[0-9]+$ ]] || return
  fi
  spec=${spec#[} spec=${spec%]}
  local -a found=()
  local IFS=,
  [[ $spec ]] || return
  for part in $spec; do
    [[ $part ]] || continue
    [[ $part =~ ^([0-9]{1,9})(-([0-9]{1,9})(:([0-9]{1,9}))?)?$ ]] || return
    first=$((10#${BASH_REMATCH[1]})) last=${BASH_REMATCH[3]:-$first} step=${BASH_REMATCH[5]:-1}
    last=$((10#$last)) step=$((10#$step))
    ((first <= last && last < max && step > 0)) || return
    for ((i = first; i <= last; i += step)); do found[i]=$i; done
  done
  tasks=("${found[@]}")
}

array_print() { # INDEX...: sets list, the short way to write them (indices ascend)
  local first=$1 last=${*: -1} previous=$1 run i step
  list=
  # One regular stride over more than ten is written with its step.
  if (($# > 2 && last - first > 10 && $2 - $1 > 1)); then
    step=$(($2 - $1))
    for i in "${@:2}"; do
      ((i - previous == step)) || { step=; break; }
      previous=$i
    done
    if [[ $step ]]; then list=$first-$last:$step; return; fi
    previous=$1
  fi
  run=$first
  for i in "${@:2}" end; do
    if [[ $i != end ]] && ((i == previous + 1)); then previous=$i; continue; fi
    list+=,$run
    ((previous == run)) || list+=-$previous
    run=$i previous=$i
  done
  list=${list#,}
}

array_cut() { # LENGTH: shortens list as the real commands do, to less than that; 0 keeps it whole
  (($1 == 0 || ${#list} < $1)) || list=${list:0:$1-4}...
}
