import io.github.snapsweep.fixture.GitFixture

GitFixture.in(new File(basedir.path + '.git').toPath(), '--bare')
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('remote', 'add', 'origin', basedir.path + '.git')
    .hook('pre-push', 'exit 1') // the user's own hooks do not run
    .settle()
    .write('code.txt', 'edited')
    .write('config.env.example', 'no secret')
context.before = repository.fingerprint().withoutBuild()
return true
