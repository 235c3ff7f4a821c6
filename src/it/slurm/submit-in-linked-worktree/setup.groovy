import io.github.snapsweep.fixture.GitFixture

def main = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n/linked\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('worktree', 'add', '--quiet', '-b', 'idea', 'linked')
    .write('code.txt', 'in the main work tree')
def linked = GitFixture.at(main.path('linked')).write('code.txt', 'as it was at submit')
context.before = linked.fingerprint()
return true
