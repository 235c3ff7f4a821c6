import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
assert repository.fingerprint().withoutBuild() == context.before
assert !new File(basedir, 'snapshot/.slurm').exists()
assert !repository.git('worktree', 'list', '--porcelain').contains('locked')

def log = new File(basedir, 'build.log').text
assert log.contains("${repository.root()}/snapshot is a worktree of a snapshot: a launch from here would go when it is removed.")
assert log.contains("Submit in the tree that it was made from: ${repository.root()}")
assert !log.contains('\tat ') // no stack trace
return true
