import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
    .then('checkout', '--quiet', '-b', 'theirs')
    .write('code.txt', 'theirs')
    .commit('theirs')
    .then('checkout', '--quiet', 'main')
    .write('code.txt', 'ours')
    .commit('ours')
    .fails('merge', 'theirs')
    .write('new.txt', 'untracked')
assert repository.git('ls-files', '--unmerged').readLines().size() == 3
context.before = repository.fingerprint().withoutBuild()
return true
