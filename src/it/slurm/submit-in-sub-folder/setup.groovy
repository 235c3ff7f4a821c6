import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n')
    .move('pom.xml', 'projects/sim/pom.xml') // the repository has no POM in its root
    .write('projects/sim/code.txt', 'committed')
    .write('library/shared.txt', 'committed')
    .commit('first')
    .write('projects/sim/code.txt', 'as it was at submit')
    .write('library/shared.txt', 'shared, as it was at submit')
return true
