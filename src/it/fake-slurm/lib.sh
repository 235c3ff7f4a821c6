# shellcheck shell=bash
# What the fake Slurm's commands and its scheduler share. Each noun has a file in lib/.

here=$(cd "${BASH_SOURCE[0]%/*}" && pwd) || exit
readonly here
readonly fake_version=22.05.8 cluster=test

for part in clock store array job table fault; do
  # shellcheck source=/dev/null
  source "$here/lib/$part.sh"
done
unset part

me=${0##*/}

complain() { printf '%s: error: %s\n' "$me" "$1" >&2; }
die() { # CODE TEXT...: the texts go to stderr as they are
  local code=$1
  shift
  (($# == 0)) || printf '%s\n' "$@" >&2
  exit "$code"
}
print_version() { echo "slurm-wlm $fake_version"; exit 0; }
