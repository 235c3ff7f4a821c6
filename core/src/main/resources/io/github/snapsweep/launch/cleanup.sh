
# From here on the script of every launch is the same. It needs bash and the core utilities, and git; where that is
# missing, or anything is not as it should be, the worktree stays for `mvn snapshot:prune`.

attempt=${1:?usage: cleanup.sh ATTEMPT}
aside=${snapsweep_worktree%/*}/.${snapsweep_worktree##*/}.cleanup-${SLURM_JOB_ID:-$$}.tmp
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
export GIT_OPTIONAL_LOCKS=0

stay() { # WHY
  echo "snapsweep: the worktree $snapsweep_worktree stays: $1"
  exit 0
}

put_back() { # WHY
  mv -T -- "$aside" "$snapsweep_worktree" 2>/dev/null || stay "$1; it is $aside now, since somebody has made it again"
  stay "$1"
}

# Whether all tasks of a launch have ended: each attempt says so at its end, and a retry says that it begins.
is_over() { # LAUNCH PROJECT
  local over begun
  read -r over <"$2/.slurm/$1/over" && read -r begun <"$2/.slurm/$1/begun" && [[ $over == "$begun" ]]
} 2>/dev/null

# Whether all who have locked the worktree are launches that are over.
is_free() {
  local line
  [[ -e $snapsweep_administration/locked ]] || return 0
  while IFS= read -r line; do
    [[ $line =~ ^'launch '([^ ]+)' of '(/.*)$ ]] && is_over "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" || return 1
  done <"$snapsweep_administration/locked"
}

# Whether nothing is in it but the snapshot, our links, and what git ignores.
is_clean() {
  local links entry
  [[ ! -L $aside && ! -L $aside/.git && $(<"$aside/.git") == "gitdir: $snapsweep_administration" ]] || return 1
  links=$'\n'$(cat "$snapsweep_administration/snapsweep-links")$'\n' || return 1
  [[ $(<"$snapsweep_administration/HEAD") == "$snapsweep_commit" ]] || return 1
  [[ -z $(git -C "$aside" ls-files --stage | grep '^160000') ]] || return 1 # in submodules git does not look
  while IFS= read -r -d '' entry; do
    [[ $entry == '?? '* && $links == *$'\n'"${entry:3}"$'\n'* ]] || return 1
  done < <(git -C "$aside" status --porcelain -z --untracked-files=all --ignore-submodules=none || printf 'failed\0')
}

# The last files are those by which what is half gone is told. From within the folder: whatever is put in its place
# meanwhile, nothing else is deleted.
forget() (
  cd -P -- "$snapsweep_administration" || exit 1
  [[ $PWD == "$(cd -P -- "$snapsweep_common" && pwd)/worktrees/${snapsweep_administration##*/}" ]] || exit 1
  for file in *; do
    [[ $file == locked || $file == snapsweep ]] || rm -rf -- "./$file"
  done
  rm -f -- ./locked && rm -f -- ./snapsweep && rmdir -- "$snapsweep_administration"
)

remove_branch() {
  local uses
  uses=$(wc -l <"$snapsweep_common/logs/$snapsweep_ref") || return 0
  (( uses == snapsweep_branch_uses )) || { echo "snapsweep: the branch $snapsweep_ref stays: another launch was given it"; return 0; }
  grep -qsx -- "$snapsweep_commit" "$snapsweep_common"/worktrees/*/HEAD && { echo "snapsweep: the branch $snapsweep_ref stays: it has another worktree"; return 0; }
  [[ -z $(git --git-dir="$snapsweep_common" for-each-ref --format='%(worktreepath)' "$snapsweep_ref") ]] || return 0
  git --git-dir="$snapsweep_common" -c core.hooksPath=/dev/null update-ref -d "$snapsweep_ref" "$snapsweep_commit" && echo "snapsweep: the branch $snapsweep_ref is removed"
}

[[ ! -L $snapsweep_record && ! -L $snapsweep_worktree && ! -L $snapsweep_administration ]] || stay 'somebody has put a link in the place of its folder, or of the launch'
printf '%s\n' "$attempt" >"$snapsweep_record/over.new" && mv -f -- "$snapsweep_record/over.new" "$snapsweep_record/over" || stay "$snapsweep_record cannot be written to"
[[ -d $snapsweep_worktree && -d $snapsweep_administration ]] || stay 'it is gone already'
command -v git >/dev/null || stay 'there is no git here'
is_free || stay 'it is needed still'

# Whoever needs a worktree writes that down and then looks whether it is there; here it is the other way round: one of the
# two sees the other.
mv -T -- "$snapsweep_worktree" "$aside" || stay 'it cannot be moved'
trap 'put_back "told to end"' TERM INT HUP
is_free || put_back 'it is needed again'
is_clean || put_back 'it holds work that is in no snapshot'
true >"$aside/.snapsweep-doomed" || put_back 'it cannot be written to'
trap '' TERM INT HUP
rm -f -- "$aside/.git" && rm -rf -- "$aside" && forget || stay 'it cannot be removed whole'
[[ -z $snapsweep_own_folder ]] || rmdir -- "$snapsweep_own_folder" 2>/dev/null
echo "snapsweep: the worktree $snapsweep_worktree is removed"
[[ -z $snapsweep_branch_uses ]] || remove_branch
exit 0
