import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n')
    .write('code.txt', 'first')
    .commit('first')
    .write('code.txt', 'second')
    .commit('second')
    .then('checkout', '--quiet', '--detach', 'HEAD~1')
    .write('code.txt', 'as it was at submit')
context.before = repository.fingerprint()
return true
