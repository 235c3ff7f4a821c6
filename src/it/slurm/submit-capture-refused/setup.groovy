import io.github.snapsweep.fixture.GitFixture

// refused once the launch has begun: a secret that would be pushed
def remote = GitFixture.in(new File(basedir.path + '.git').toPath(), '--bare')
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('remote', 'add', 'origin', remote.root().toString())
    .write('.env', 'PASSWORD=x')
context.before = repository.fingerprint().withoutBuild()
return true
