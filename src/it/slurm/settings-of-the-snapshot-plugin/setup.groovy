import io.github.snapsweep.fixture.GitFixture

def remote = new File(basedir.parentFile, basedir.name + '.remote').absolutePath
GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\n')
    .write('code.txt', 'committed')
    .commit('first')
    .write('left-out.tmp', 'temporary')
    .then('init', '--quiet', '--bare', remote)
    .then('remote', 'add', 'origin', remote)
return true
