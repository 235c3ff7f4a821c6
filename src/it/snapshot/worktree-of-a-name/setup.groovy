import io.github.snapsweep.fixture.GitFixture

// two snapshots: one from New Year, one that the first goal takes
GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'at New Year')
    .commit('first')
    .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', 'refs/heads/slurm-job-20260101-000000', 'HEAD')
    .write('code.txt', 'today')
    .commit('second')
    .write('code.txt', 'edited')
return true
