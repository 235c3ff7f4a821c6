import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
assert repository.fingerprint().withoutBuild() == context.before
assert repository.git('worktree', 'list').readLines().size() == 1
assert !new File("${repository.root()}.worktrees").exists()
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log =~ /pom\.xml:\d+ <symlinkPath>: there is no such setting; did you mean symlinkPaths\?/
assert !log.contains('\tat ') // no stack trace
return true
