import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\n')
    .write('code.txt', 'committed\n')
    .write('doomed.txt', 'still here\n')
    .write('staged.txt', 'committed\n')
    .commit('first')
    .write('staged.txt', 'staged\n')
    .stage('staged.txt')
    .write('code.txt', 'as it was at submit\n')
    .write('untracked.txt', 'untracked\n')
return true
