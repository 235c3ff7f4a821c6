import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n/outputs\n/multirun\n/.slurm\n')
    .write('code.txt', 'committed')
    .write('deleted.txt', 'committed')
    .write('run.sh', 'echo')
    .executable('run.sh')
    .link('link', 'code.txt')
    .commit('first')
    .settle()
    .write('code.txt', 'edited')
    .write('new/untracked.txt', 'untracked')
    .delete('deleted.txt')
    .write('outputs/earlier.txt', 'stays here')
context.before = repository.fingerprint().withoutBuild()
return true
