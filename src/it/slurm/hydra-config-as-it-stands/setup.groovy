import io.github.snapsweep.fixture.GitFixture

new File(basedir, 'train').with {
    text = '#!/bin/sh\necho "$OMP_NUM_THREADS $*" >"$SNAPSWEEP_OUTPUT/words"\ncp code.txt outputs/$SNAPSWEEP_TASK.txt\n'
    setExecutable(true)
}
def remote = new File(basedir.parentFile, basedir.name + '.remote').absolutePath
GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\n')
    .write('code.txt', 'committed')
    .commit('first')
    .write('code.txt', 'as it was at submit')
    .then('init', '--quiet', '--bare', remote)
    .then('remote', 'add', 'origin', remote)
return true
