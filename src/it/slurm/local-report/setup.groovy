import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\n*.json\nout\n')
    .write('code.txt', 'committed\n')
    .commit('first')
    .write('code.txt', 'committed\nand changed\n')
    .write('.env', 'PASSWORD=hunter2\n')
return true
