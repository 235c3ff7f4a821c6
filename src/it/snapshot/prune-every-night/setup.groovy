import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n*.groovy\n*.properties\n')
    .write('code.txt', 'committed')
    .commit('first')
    .write('code.txt', 'edited')
return true
