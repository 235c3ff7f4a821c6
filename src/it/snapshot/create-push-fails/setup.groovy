import io.github.snapsweep.fixture.GitFixture

GitFixture.in(new File(basedir.path + '.git').toPath(), '--bare')
    .write('hooks/pre-receive', '#!/bin/sh\necho "your quota is used up"\nexit 1\n')
    .executable('hooks/pre-receive')
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('remote', 'add', 'origin', basedir.path + '.git')
    .settle()
    .write('code.txt', 'edited')
context.before = repository.fingerprint().withoutBuild()
return true
