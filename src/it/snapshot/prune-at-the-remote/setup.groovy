import io.github.snapsweep.fixture.GitFixture

// the remote has one that was pushed, one that somebody moved on since, and one it never had
def remote = GitFixture.in(new File(basedir.path + '.git').toPath(), '--bare')
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('remote', 'add', 'origin', remote.root().toString())
    .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', 'refs/heads/slurm-job-20260101-000000', 'HEAD')
    .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', 'refs/heads/slurm-job-20260102-000000', 'HEAD')
    .write('code.txt', 'second')
    .commit('second')
    .then('push', '--quiet', 'origin', 'main', 'main:slurm-job-20260101-000000')
    .write('code.txt', 'edited')
context.before = repository.fingerprint().without('refs/heads/slurm-job-20260101-000000').without('refs/heads/slurm-job-20260102-000000').withoutBuild()
return true
