import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
assert repository.fingerprint().withoutBuild() == context.before
assert repository.git('worktree', 'list').readLines().size() == 1
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log =~ /would go slurm-job-20260101-000000: \d+ d old, needed by no launch/
assert log.contains('stays slurm-job-20260201-000000: the newest')
assert log.contains('nothing was removed: dryRun is true')
return true
