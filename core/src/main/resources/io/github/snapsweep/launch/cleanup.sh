
# From here on the script of every launch is the same. It needs bash and the core utilities, and git; where that is
# missing, or anything is not as it should be, the worktree stays for `mvn snapshot:prune`.

attempt=${1:?usage: cleanup.sh ATTEMPT}
aside=${worktree%/*}/.${worktree##*/}.cleanup-${SLURM_JOB_ID:-$$}.tmp
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
export GIT_OPTIONAL_LOCKS=0

stay() { # WHY
  echo "snapsweep: the worktree $worktree stays: $1"
  exit 0
}

put_back() { # WHY
  mv -T -- "$aside" "$worktree" 2>/dev/null || stay "$1; it is $aside now, since somebody has made it again"
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
  [[ -e $administration/locked ]] || return 0
  while IFS= read -r line; do
    [[ $line =~ ^'launch '([^ ]+)' of '(/.*)$ ]] && is_over "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" || return 1
  done <"$administration/locked"
}

# Whether nothing is in it but the snapshot, our links, and what git ignores.
is_clean() {
  local links entry
  links=$'\n'$(cat "$administration/snapsweep-links")$'\n' || return 1
  [[ $(<"$administration/HEAD") == "$commit" ]] || return 1
  [[ -z $(git -C "$aside" ls-files --stage | grep '^160000') ]] || return 1 # in submodules git does not look
  while IFS= read -r -d '' entry; do
    [[ $entry == '?? '* && $links == *$'\n'"${entry:3}"$'\n'* ]] || return 1
  done < <(git -C "$aside" status --porcelain -z --untracked-files=all --ignore-submodules=none || printf 'failed\0')
}

# The last files are those by which what is half gone is told.
forget() {
  local file
  for file in "$administration"/*; do
    [[ $file == */locked || $file == */snapsweep ]] || rm -rf -- "$file"
  done
  rm -f -- "$administration/locked"
  rm -rf -- "$administration"
}

remove_branch() {
  local uses
  uses=$(wc -l <"$common/logs/$ref") || return 0
  (( uses == branch_uses )) || { echo "snapsweep: the branch $ref stays: another launch was given it"; return 0; }
  grep -qsx -- "$commit" "$common"/worktrees/*/HEAD && { echo "snapsweep: the branch $ref stays: it has another worktree"; return 0; }
  [[ -z $(git --git-dir="$common" for-each-ref --format='%(worktreepath)' "$ref") ]] || return 0
  git --git-dir="$common" -c core.hooksPath=/dev/null update-ref -d "$ref" "$commit" && echo "snapsweep: the branch $ref is removed"
}

printf '%s\n' "$attempt" >"$record/over.new" && mv -f -- "$record/over.new" "$record/over" || stay "$record cannot be written to"
[[ -d $worktree && -d $administration ]] || stay 'it is gone already'
command -v git >/dev/null || stay 'there is no git here'
is_free || stay 'it is needed still'

# Whoever needs a worktree writes that down and then looks whether it is there; here it is the other way round: one of the
# two sees the other.
mv -T -- "$worktree" "$aside" || stay 'it cannot be moved'
trap 'put_back "told to end"' TERM INT HUP
is_free || put_back 'it is needed again'
is_clean || put_back 'it holds work that is in no snapshot'
: >"$aside/.snapsweep-doomed" || put_back 'it cannot be written to'
trap '' TERM INT HUP
rm -rf -- "$aside" && forget || stay 'it cannot be removed whole'
[[ -z $own_folder ]] || rmdir -- "$own_folder" 2>/dev/null
echo "snapsweep: the worktree $worktree is removed"
[[ -z $branch_uses ]] || remove_branch
exit 0
