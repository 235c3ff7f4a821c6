import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'at New Year')
    .commit('first')
    .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', 'refs/heads/slurm-job-20260101-000000', 'HEAD')
    .then('worktree', 'add', '--quiet', '--detach', "${basedir.canonicalPath}.worktrees/kept".toString(), 'HEAD')
    .then('worktree', 'lock', '--reason', "launch sim-1 of $basedir.canonicalPath".toString(), "${basedir.canonicalPath}.worktrees/kept".toString())
    .write('.git/worktrees/kept/snapsweep', 'made by snapshot:worktree')
    .write('code.txt', 'today')
    .commit('second')
    .write('code.txt', 'edited')
    .write('new.txt', 'new')
return true
