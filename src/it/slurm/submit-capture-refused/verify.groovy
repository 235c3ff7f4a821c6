import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
assert repository.fingerprint().withoutBuild() == context.before
assert repository.git('worktree', 'list').readLines().size() == 1
assert !new File("${repository.root()}.worktrees").exists()
assert GitFixture.at(new File(basedir.path + '.git').toPath()).git('for-each-ref').isBlank()
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains('look like secrets')
assert log.contains('-Dsnapshot.secrets=allow')
assert !log.contains('\tat ') // no stack trace
return true
