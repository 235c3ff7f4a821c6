import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('code.txt', 'committed')
    .commit('first')
// the folder that the worktree would be made in holds something else
new File("${repository.root()}.worktrees/${repository.git('rev-parse', '--short=12', 'HEAD')}").mkdirs()
new File("${repository.root()}.worktrees/${repository.git('rev-parse', '--short=12', 'HEAD')}/mine.txt").text = 'mine'
return true
