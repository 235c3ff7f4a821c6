import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
assert repository.fingerprint().withoutBuild() == context.before
assert repository.git('worktree', 'list').readLines().size() == 1
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log =~ /could go slurm-job-20260201-000000: \d+ d old/
assert log =~ /could go slurm-job-20260101-000000: \d+ d old/
assert log.contains('nothing was removed: say which may go, with -Dsnapshot.keepLast=20 or -Dsnapshot.olderThan=30d')
return true
