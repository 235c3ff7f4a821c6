# shellcheck shell=bash
# sbatch's options: what there is, and how words become options.

# NAME one that takes a value with =, NAME? may take one, bare ones take none; the letter is the short form
readonly long_options='
  account=A array=a batch= bb= bbf= begin=b chdir=D cluster-constraint= clusters=M comment= constraint=C
  container= contiguous core-spec=S cores-per-socket= cpu-freq= cpus-per-gpu= cpus-per-task=c deadline=
  delay-boot= dependency=d distribution=m error=e exclude=x exclusive? export= export-file=
  extra-node-info=B get-user-env? gid= gpu-bind= gpu-freq= gpus=G gpus-per-node= gpus-per-socket=
  gpus-per-task= gres= gres-flags= help:h hint= hold:H ignore-pbs input=i job-name=J kill-on-invalid-dep=
  licenses=L mail-type= mail-user= mcs-label= mem= mem-bind= mem-per-cpu= mem-per-gpu= mincpus= network=
  nice? no-kill?k no-requeue nodefile=F nodelist=w nodes=N ntasks=n ntasks-per-core= ntasks-per-gpu=
  ntasks-per-node= ntasks-per-socket= ntasks-per-tres= open-mode= output=o overcommit:O oversubscribe:s
  parsable partition=p power= prefer= priority= profile= propagate? qos=q quiet:Q reboot requeue
  reservation= signal= sockets-per-node= spread-job switches= test-only thread-spec= threads-per-core=
  time=t time-min= tmp= uid= umask= usage use-min-nodes verbose:v version:V wait:W wait-all-nodes=
  wckey= wrap=
'
declare -A option_kind=() option_of_letter=()

options_learn() {
  local word name kind letter
  for word in $long_options; do
    name=${word%%[=?:]*} kind=${word:${#name}:1} letter=${word:${#name}+1}
    option_kind[$name]=${kind/:/}
    [[ -z $letter ]] || option_of_letter[$letter]=$name
  done
}

options_refuse() { die 255 "$me: $1" "Try \"$me --help\" for more information"; }

option_find() { # NAME WORD: sets name, for which a prefix will do
  local found=() one
  name=$1
  [[ ${option_kind[$name]+known} ]] && return
  for one in $long_options; do
    one=${one%%[=?:]*}
    [[ $one != "$1"* ]] || found+=("$one")
  done
  case ${#found[@]} in
    0) options_refuse "unrecognized option '$2'" ;;
    1) name=${found[0]} ;;
    *) one=$(printf " '--%s'" "${found[@]}") && options_refuse "option '$2' is ambiguous; possibilities:$one" ;;
  esac
}

# options_split WORD...: sets given to NAME VALUE NAME VALUE ... and rest to what follows the options
options_split() {
  local word name letter
  given=()
  while (($#)); do
    word=$1
    case $word in
      --)
        shift
        break
        ;;
      --*)
        name=${word#--} && name=${name%%=*}
        option_find "$name" "$word"
        if [[ $word == *=* ]]; then
          [[ ${option_kind[$name]} ]] || options_refuse "option '--$name' doesn't allow an argument"
          given+=("$name" "${word#*=}")
        elif [[ ${option_kind[$name]} == = ]]; then
          (($# > 1)) || options_refuse "option '--$name' requires an argument"
          shift
          given+=("$name" "$1")
        else
          given+=("$name" '')
        fi
        ;;
      -?*) # -vJname, -J name
        word=${word#-}
        while [[ $word ]]; do
          letter=${word:0:1} word=${word:1}
          name=${option_of_letter[$letter]-}
          [[ $name ]] || options_refuse "invalid option -- '$letter'"
          case ${option_kind[$name]} in
            '') given+=("$name" '') ;;
            '?') given+=("$name" "$word") word= ;;
            *)
              if [[ -z $word ]]; then
                (($# > 1)) || options_refuse "option requires an argument -- '$letter'"
                shift
                word=$1
              fi
              given+=("$name" "$word") word=
              ;;
          esac
        done
        ;;
      *) break ;;
    esac
    shift
  done
  rest=("$@")
}

options_words() { # LINE: sets words, minding quotes, up to a ` #`
  local line=$1 c quote= word= started=
  words=()
  while [[ $line ]]; do
    c=${line:0:1} line=${line:1}
    if [[ $quote ]]; then
      if [[ $c == "$quote" ]]; then
        quote=
      elif [[ $c == \\ && $quote == '"' ]]; then
        word+=${line:0:1} line=${line:1}
      else
        word+=$c
      fi
      continue
    fi
    case $c in
      [\"\']) quote=$c started=1 ;;
      \\) word+=${line:0:1} line=${line:1} started=1 ;;
      [[:space:]])
        [[ -z $started ]] || words+=("$word")
        word='' started=
        ;;
      '#') if [[ $started ]]; then word+=$c; else break; fi ;;
      *) word+=$c started=1 ;;
    esac
  done
  [[ -z $started ]] || words+=("$word")
}

options_of_script() { # TEXT: sets given from the #SBATCH lines before the first command
  local line found=()
  while IFS= read -r line; do
    if [[ $line == '#SBATCH'[[:space:]]* ]]; then
      options_words "${line#\#SBATCH}"
      found+=(${words[@]+"${words[@]}"})
    elif [[ $line != '#'* && $line == *[![:space:]]* ]]; then
      break
    fi
  done <<<"$1"
  options_split ${found[@]+"${found[@]}"}
}

options_of_environment() { # sets given from SBATCH_*
  local pair name
  given=()
  for pair in account array:ARRAY_INX clusters constraint cpu-freq:CPU_FREQ_REQ delay-boot distribution error \
    exclusive export export-file get-user-env gpus gres gres-flags hint job-name mem-bind mem-per-cpu mem-per-gpu \
    network no-kill open-mode output partition power profile qos reservation signal spread-job thread-spec \
    threads-per-core time:TIMELIMIT wckey; do
    name=${pair#*:} pair=${pair%:*}
    name=${name^^} && name=SBATCH_${name//-/_}
    [[ -z ${!name+set} ]] || given+=("$pair" "${!name}")
  done
  for pair in requeue no-requeue wait ignore-pbs; do
    name=${pair^^} && name=SBATCH_${name//-/_}
    [[ -z ${!name+set} ]] || given+=("$pair" '')
  done
}
