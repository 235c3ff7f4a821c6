import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n')
    .write('code.txt', 'a file, where a folder would have to be')
    .commit('first')
context.before = repository.fingerprint().withoutBuild()
return true
