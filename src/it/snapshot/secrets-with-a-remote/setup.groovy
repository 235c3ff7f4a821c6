import io.github.snapsweep.fixture.GitFixture

def remote = GitFixture.in(new File(basedir.path + '.git').toPath(), '--bare')
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\nignored.pem\n')
    .write('code.txt', 'committed')
    .write('tracked.pem', 'what is tracked was published before')
    .commit('first')
    .then('remote', 'add', 'origin', remote.root().toString())
    .write('config/.env', 'PASSWORD=x')
    .write('id_ed25519', 'a key')
    .write('ignored.pem', 'a key')
context.before = repository.fingerprint().withoutBuild()
return true
