import io.github.snapsweep.fixture.GitFixture

def main = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n/snapshot\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('worktree', 'add', '--quiet', '--detach', 'snapshot')
    .write('.git/worktrees/snapshot/snapsweep', '1\n') // as snapshot:worktree marks those that it makes
context.before = main.fingerprint().withoutBuild()
return true
