import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('one/code.txt', 'committed')
    .commit('first')
    .settle()
    .write('one/code.txt', 'edited')
    .write('two/new.txt', 'untracked')
context.before = repository.fingerprint().withoutBuild()
return true
