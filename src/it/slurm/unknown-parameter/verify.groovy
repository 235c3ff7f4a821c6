import io.github.snapsweep.fixture.GitFixture

def log = new File(basedir, 'build.log').text
assert log.contains('{lr}')
assert log.contains('is no parameter of the sweep')
assert log.contains('The parameters are: x')
assert !log.contains('\tat io.github.snapsweep') // no stack trace

// nothing half-made is left
def git = GitFixture.at(basedir.toPath())
assert git.git('branch', '--list', 'slurm-job-*').isBlank()
assert git.git('worktree', 'list').readLines().size() == 1
assert !new File(basedir, '.slurm').exists()
assert !new File(basedir, 'multirun').exists()
assert !new File(basedir, 'outputs').exists()
git.fsck()
return true
