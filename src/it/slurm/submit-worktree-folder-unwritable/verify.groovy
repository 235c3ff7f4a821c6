import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
assert repository.fingerprint().withoutBuild() == context.before
assert repository.git('worktree', 'list').readLines().size() == 1
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains("No worktree can be made in ${repository.root()}/code.txt/worktrees: ${repository.root()}/code.txt: not a folder.")
assert log.contains('-Dsnapshot.worktreeDir=')
assert !log.contains('\tat ') // no stack trace
return true
