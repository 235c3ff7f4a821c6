import io.github.snapsweep.fixture.GitFixture

def log = new File(basedir, 'build.log').text
assert log.contains('NO SNAPSHOT: the tasks run the files as they will be then')
assert !log.contains('pushed to')

// the capture is taken back, and nothing of it published
def git = GitFixture.at(basedir.toPath())
assert git.git('branch', '--list', 'slurm-job-*').isBlank()
assert git.git('ls-remote', 'origin').isBlank()
assert git.git('worktree', 'list').readLines().size() == 1
def output = new File(basedir, 'multirun').listFiles()[0].listFiles()[0]
assert new File(new File(output, 'folder').text.trim()).canonicalFile == basedir.canonicalFile
return true
