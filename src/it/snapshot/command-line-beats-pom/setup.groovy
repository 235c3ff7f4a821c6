import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .write('outputs/a.txt', 'captured: no linked folder any more')
    .write('results/b.txt', 'not captured')
    .write('notes.tmp', 'not captured')
context.before = repository.fingerprint().withoutBuild()
return true
