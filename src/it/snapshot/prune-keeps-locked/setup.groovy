import io.github.snapsweep.fixture.GitFixture

// a worktree as the plugin makes them, that its user locked without a reason
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', 'refs/heads/slurm-job-20260101-000000', 'HEAD')
    .then('worktree', 'add', '--quiet', '--detach', "${basedir.canonicalPath}.worktrees/kept".toString(), 'HEAD')
    .then('worktree', 'lock', "${basedir.canonicalPath}.worktrees/kept".toString())
    .write('.git/worktrees/kept/snapsweep', 'made by snapshot:worktree')
context.before = repository.fingerprint().withoutBuild()
return true
