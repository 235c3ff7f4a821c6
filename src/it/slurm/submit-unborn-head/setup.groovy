import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n')
    .write('code.txt', 'as it was at submit')
return true
