import io.github.snapsweep.fixture.GitFixture

def main = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\nlinked/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('worktree', 'add', '--quiet', '-b', 'idea', 'linked')
    .settle()
    .write('code.txt', 'edited in the main work tree')
def linked = GitFixture.at(main.path('linked'))
    .settle()
    .write('code.txt', 'edited in the linked one')
    .write('new.txt', 'untracked')
context.before = linked.fingerprint().withoutBuild()
context.main = main.fingerprint().withoutBuild()
return true
