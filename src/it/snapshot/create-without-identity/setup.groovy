import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .config('user.useConfigOnly', 'true') // git itself would refuse to commit
    .config('commit.gpgSign', 'true')
    .hook('pre-commit', 'exit 1')
    .hook('reference-transaction', 'exit 1')
    .settle()
    .write('code.txt', 'edited')
context.before = repository.fingerprint().withoutBuild()
return true
