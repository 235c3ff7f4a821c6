
# From here on the script of every build is the same. Its own names begin with snapsweep_.

snapsweep_part=${1-} snapsweep_code=0 snapsweep_made=''
printf -v snapsweep_began '%(%s)T' -1
read -r snapsweep_node </proc/sys/kernel/hostname || snapsweep_node=$HOSTNAME
# Nothing is written elsewhere because somebody has put a link in the folder's place.
[[ ! -L $snapsweep_record ]] || { echo "snapsweep: the build of launch $snapsweep_launch cannot run: $snapsweep_record is a link" >&2; exit 125; }
[[ -z $snapsweep_part ]] || exec >>"$snapsweep_record/build.log" 2>&1

snapsweep_say() {
  echo "snapsweep: $*" >&2
}

# --- the mark: what the build says about itself, written whole or not at all

snapsweep_mark() { # EXIT ENDED
  local file=$snapsweep_record/build.json
  printf '{"exit":%d,"host":"%s","job":"%s","started":%d,"ended":%d,"made":"%s"}\n' \
    "$1" "$snapsweep_node" "${SLURM_JOB_ID-}" "$snapsweep_began" "$2" "$snapsweep_made" >"$file.$$" && mv -f "$file.$$" "$file"
}

snapsweep_end() { # EXIT
  local now
  printf -v now '%(%s)T' -1
  snapsweep_mark "$1" "$now" || exit 125
  exit "$1"
}

snapsweep_cannot() { # WHY
  snapsweep_say "the build of launch $snapsweep_launch cannot run: $1"
  snapsweep_end 125
}

# --- what it does

# One build at a time in a worktree; and one that another launch has made already is not made again.
snapsweep_lock() {
  local git
  git=$(<"$snapsweep_worktree/.git") || snapsweep_cannot "$snapsweep_worktree is no worktree any more"
  snapsweep_built=${git#gitdir: }/snapsweep-built
  exec {snapsweep_held}>>"$snapsweep_built.lock" || snapsweep_cannot "$snapsweep_built.lock cannot be written"
  command -v flock >/dev/null || return 0
  flock -n "$snapsweep_held" && return 0
  snapsweep_say 'another launch builds in this worktree; waiting for it ...'
  flock "$snapsweep_held" || snapsweep_cannot "$snapsweep_built.lock cannot be locked"
}

# The lock is not for what the build starts: a daemon that stays would hold it for ever.
snapsweep_run() {
  ( exec {snapsweep_held}>&-; set -e; snapsweep_build ) </dev/null
  snapsweep_code=$?
}

# What git does not know in the worktree: names and contents of all that the build has made and that was carried there.
snapsweep_digest() {
  local file
  git -C "$snapsweep_worktree" ls-files -z --others 2>/dev/null | LC_ALL=C sort -z |
    ( cd "$snapsweep_worktree" && while IFS= read -r -d '' file; do [[ -L $file || ! -f $file ]] || printf '%s\0' "$file"; done |
      xargs -0r sha256sum ) | sha256sum | cut -d ' ' -f 1
}

# A copy that is there is whole, and tasks may be running from it.
snapsweep_copy() { # FROM TO
  local from=$snapsweep_worktree/$1
  [[ ! -e $2 ]] || return 0
  [[ -e $from ]] || snapsweep_cannot "it did not make $from, which is on the class path"
  rm -rf "$2.unfinished"
  mkdir -p "${2%/*}" && cp -Rp "$from" "$2.unfinished" && mv "$2.unfinished" "$2" ||
    snapsweep_cannot "$from cannot be copied to $2: is the disk full?"
}

[[ -z $snapsweep_part || ! -e $snapsweep_record/parts/$snapsweep_part.given-up ]] || exit 0
snapsweep_mark 0 0 || exit 125
cd "$snapsweep_directory" || snapsweep_cannot "its folder $snapsweep_directory is gone: was the worktree removed?"
unset MAVEN_CMD_LINE_ARGS MAVEN_PROJECTBASEDIR # of the Maven that started this
snapsweep_setup
snapsweep_code=$?
trap - ERR
set +eu
(( snapsweep_code == 0 )) || snapsweep_cannot "the setting 'setup' returned $snapsweep_code"
cd "$snapsweep_directory" || snapsweep_cannot "its folder $snapsweep_directory is gone"
snapsweep_lock
if [[ -e $snapsweep_built ]]; then
  snapsweep_say 'built already, by another launch of the same code with the same build'
else
  snapsweep_run
  (( snapsweep_code == 0 )) || snapsweep_end "$snapsweep_code"
  echo "$snapsweep_launch" >"$snapsweep_built" || snapsweep_cannot "$snapsweep_built cannot be written"
fi
for (( snapsweep_copied = 0; snapsweep_copied < ${#snapsweep_copies[@]}; snapsweep_copied += 2 )); do
  snapsweep_copy "${snapsweep_copies[snapsweep_copied]}" "${snapsweep_copies[snapsweep_copied + 1]}"
done
snapsweep_made=$(snapsweep_digest)
snapsweep_end 0
