import io.github.snapsweep.fixture.GitFixture

assert !new File(basedir, 'pom.xml').exists()
GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n')
    .write('code.txt', 'committed')
    .commit('first')
    .write('code.txt', 'as it was at submit')
return true
