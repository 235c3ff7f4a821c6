import io.github.snapsweep.fixture.GitFixture

// an output folder that is a file: the code can be captured, and no worktree made of it
def remote = new File(basedir.parentFile, basedir.name + '.remote').absolutePath
GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\n')
    .write('code.txt', 'committed')
    .commit('first')
    .write('code.txt', 'edited')
    .write('outputs', 'a file')
    .then('init', '--quiet', '--bare', remote)
    .then('remote', 'add', 'origin', remote)
return true
