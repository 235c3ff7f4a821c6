import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .settle()
    .write('code.txt', 'edited')
assert !new File(basedir, 'pom.xml').exists()
context.before = repository.fingerprint().withoutBuild()
return true
