import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('remote', 'add', 'origin', "${basedir.path}.nowhere".toString())
    .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', 'refs/heads/slurm-job-20260101-000000', 'HEAD')
context.before = repository.fingerprint().withoutBuild()
return true
