import io.github.snapsweep.fixture.GitFixture

// a launch that was sent to Slurm, whose worktree is locked for it
def launch = 'sim-20261123-142233'
def worktree = "${basedir.canonicalPath}.worktrees/kept"
def record = new File(basedir, '../../../../../core/src/test/resources/io/github/snapsweep/launch/launch-2.json').text
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n.slurm/\nmultirun/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', 'refs/heads/slurm-job-20260101-000000', 'HEAD')
    .then('worktree', 'add', '--quiet', '--detach', worktree, 'HEAD')
    .then('worktree', 'lock', '--reason', "launch $launch of ${basedir.canonicalPath}".toString(), worktree)
    .write('.git/worktrees/kept/snapsweep', 'made by slurm:submit')
    .write(".slurm/$launch/launch.json".toString(), record)
    .write("multirun/$launch/0/result.txt".toString(), 'result')
context.before = repository.fingerprint().withoutBuild()
return true
