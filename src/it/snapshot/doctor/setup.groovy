import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
context.before = repository.fingerprint().withoutBuild()
return true
