import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'a file, where a folder would have to be')
    .commit('first')
return true
