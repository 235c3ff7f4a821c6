import io.github.snapsweep.fixture.GitFixture

// what the POM says for the snapshot plugin holds here too, under what it says for this goal
def log = new File(basedir, 'build.log').text
assert log =~ /snapshot special-\d{8}-\d{6}/
assert !log.contains('pushed to')

def git = GitFixture.at(basedir.toPath())
assert git.git('ls-remote', 'origin').isBlank()
def files = new File(basedir, 'multirun').listFiles()[0].listFiles()[0].toPath().resolve('files').toFile().readLines()
assert files.contains('code.txt')
assert !files.contains('left-out.tmp')
return true
