import io.github.snapsweep.fixture.GitFixture

def git = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\n*.bin\ntarget\nonce\ntwice\n')
    .write('data/sub/tracked.txt', 'tracked\n')
    .commit('first')
    .write('data/big.bin', 'ignored\n')
    .write('target/tool/run', '#!/bin/sh\necho tool\n')
git.path('target/tool/run').toFile().executable = true
return true
