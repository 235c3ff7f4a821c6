import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'first')
    .commit('first')
    .write('code.txt', 'second')
    .commit('second')
    .then('checkout', '--quiet', '--detach', 'HEAD~1')
    .settle()
    .write('code.txt', 'edited')
context.before = repository.fingerprint().withoutBuild()
return true
