import io.github.snapsweep.fixture.GitFixture

// the repository has the code beside the project too, and no POM in its root
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('library/shared.txt', 'committed')
    .move('pom.xml', 'projects/sim/pom.xml')
    .commit('first')
    .settle()
    .write('library/shared.txt', 'edited')
    .write('projects/sim/new.txt', 'untracked')
    .write('projects/sim/outputs/result.txt', 'the project: not captured')
    .write('outputs/code.txt', 'not the project: captured')
context.before = repository.fingerprint().withoutBuild()
return true
