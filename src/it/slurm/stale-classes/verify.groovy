import io.github.snapsweep.fixture.GitFixture

def log = new File(basedir, 'build.log').text
assert log.contains('The tasks would not run what the snapshot holds: ')
assert log.contains('Sim.java was edited after it was compiled.')
assert log.contains('mvn compile slurm:submit')
assert !log.contains('\tat io.github.snapsweep') // no stack trace

// nothing half-made is left
def git = GitFixture.at(basedir.toPath())
assert git.git('branch', '--list', 'slurm-job-*').isBlank()
assert git.git('worktree', 'list').readLines().size() == 1
assert !new File(basedir, '.slurm').exists()
assert !new File(basedir, 'multirun').exists()
return true
