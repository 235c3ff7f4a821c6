import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .write('code.txt', 'c' * 5000) // tracked: of any size
    .write('data/large\u001b[2J.bin', 'x' * 3000) // clears the screen of whoever is shown it
    .write('data/larger.bin', 'x' * 4000)
    .write('small.txt', 'small')
context.before = repository.fingerprint().withoutBuild()
return true
