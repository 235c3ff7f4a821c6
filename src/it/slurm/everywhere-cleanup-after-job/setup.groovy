import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n*.groovy\n*.properties\n')
    .write('code.txt', 'committed\n')
    .commit('first')
    .write('code.txt', 'edited\n')
return true
