import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
assert repository.git('worktree', 'list').readLines().size() == 1
assert !new File("${repository.root()}.worktrees").exists()
assert new File(basedir, 'outputs').text == 'not a folder'
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains("${repository.root()}/outputs is to be an output folder, but it is a file.")
assert log.contains('-Dsnapshot.symlinkPaths=')
assert !log.contains('\tat ') // no stack trace
return true
