import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'one\n')
    .commit('first')
    .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', 'refs/heads/slurm-job-20260101-000000', 'HEAD')
    .write('code.txt', 'one\ntwo\n')
    .stage()
    .write('odd \u00e9.txt', 'Gr\u00fc\u00dfe\n')
    .config('diff.noprefix', 'true')
context.before = repository.fingerprint().withoutBuild()
return true
