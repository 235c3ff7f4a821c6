import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('outputs/paper.txt', 'tracked')
    .commit('first')
    .write('outputs/paper.txt', 'edited')
context.before = repository.fingerprint().withoutBuild()
return true
