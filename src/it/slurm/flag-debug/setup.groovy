import io.github.snapsweep.fixture.GitFixture

GitFixture.in(new File(basedir.path + '.git').toPath(), '--bare')
GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n*.groovy\n*.properties\n')
    .write('.gitattributes', '*.txt filter=tidy\n')
    .write('code.txt', 'committed\n')
    .commit('first')
    .config('filter.tidy.clean', 'sed s/a/a/')
    .then('remote', 'add', 'origin', basedir.path + '.git')
    .write('code.txt', 'edited\n')
return true
