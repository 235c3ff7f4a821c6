import io.github.snapsweep.fixture.GitFixture

def worktrees = "${basedir.canonicalPath}.worktrees"
def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
['kept', 'gone'].each {
    repository.then('worktree', 'add', '--quiet', '--detach', "$worktrees/$it".toString(), 'HEAD')
        .write(".git/worktrees/$it/snapsweep", 'made by snapshot:worktree')
}
repository.then('worktree', 'lock', "$worktrees/kept".toString())
new File("$worktrees/gone").deleteDir()
return true
