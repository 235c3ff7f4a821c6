import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n')
    .write('one/code.txt', 'committed')
    .write('two/code.txt', 'committed')
    .commit('first')
    .write('one/code.txt', 'one, as it was at submit')
    .write('two/code.txt', 'two, as it was at submit')
return true
