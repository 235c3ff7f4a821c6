import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\n*.json\n')
    .write('code.txt', 'committed\n')
    .commit('first')
return true
