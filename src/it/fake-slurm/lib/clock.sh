# shellcheck shell=bash
# Time is kept in milliseconds since the epoch.

clock_now() { now=${EPOCHREALTIME/[.,]/} now=${now%???}; } # sets now, without a fork

clock_stamp() { printf -v stamp '%(%FT%T)T' $(($1 / 1000)); } # MS: sets stamp

clock_elapsed() { # MS: sets elapsed, as squeue prints it: 0:07, 1:00:00, 2-03:04:05
  local s=$(($1 / 1000))
  local d=$((s / 86400)) h=$((s / 3600 % 24)) m=$((s / 60 % 60))
  if ((d)); then
    printf -v elapsed '%d-%02d:%02d:%02d' $d $h $m $((s % 60))
  elif ((h)); then
    printf -v elapsed '%d:%02d:%02d' $h $m $((s % 60))
  else
    printf -v elapsed '%d:%02d' $m $((s % 60))
  fi
}

clock_elapsed_long() { # MS: sets elapsed, as sacct and scontrol print it: 00:00:07, 2-03:04:05
  local s=$(($1 / 1000))
  printf -v elapsed '%02d:%02d:%02d' $((s / 3600 % 24)) $((s / 60 % 60)) $((s % 60))
  ((s < 86400)) || elapsed=$((s / 86400))-$elapsed
}

clock_limit() { # TEXT: sets minutes from M, M:S, H:M:S, D-H, D-H:M, D-H:M:S, UNLIMITED (-1); fails if it is none
  local days=0 a b c
  minutes=
  case ${1^^} in UNLIMITED | INFINITE | -1) minutes=-1; return ;; esac
  [[ $1 =~ ^([0-9]+-)?([0-9]+)(:([0-9]+))?(:([0-9]+))?$ ]] || return
  a=${BASH_REMATCH[2]} b=${BASH_REMATCH[4]} c=${BASH_REMATCH[6]}
  if [[ ${BASH_REMATCH[1]} ]]; then
    days=${BASH_REMATCH[1]%-}
    minutes=$((days * 1440 + 10#$a * 60 + 10#${b:-0} + (10#${c:-0} + 59) / 60))
  elif [[ $c ]]; then
    minutes=$((10#$a * 60 + 10#$b + (10#$c + 59) / 60))
  else
    minutes=$((10#$a + (10#${b:-0} + 59) / 60))
  fi
}

clock_minute_ms() { # sets minute_ms, what a minute of a time limit lasts here
  local s=${FAKE_SLURM_MINUTE:-60} fraction
  [[ $s == *.* ]] && fraction=${s#*.}000 || fraction=000
  minute_ms=$((10#${s%%.*}0 * 100 + 10#${fraction:0:3}))
}
