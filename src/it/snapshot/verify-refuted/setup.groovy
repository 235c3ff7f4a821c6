import io.github.snapsweep.fixture.GitFixture

// a worktree as the plugin makes them, in which somebody worked on
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', 'refs/heads/slurm-job-20260101-000000', 'HEAD')
    .then('worktree', 'add', '--quiet', '--detach', "${basedir.canonicalPath}.worktrees/edited".toString(), 'HEAD')
    .write('.git/worktrees/edited/snapsweep', 'made by snapshot:worktree')
new File("${basedir.canonicalPath}.worktrees/edited/code.txt").text = 'edited'
context.before = repository.fingerprint().withoutBuild()
return true
