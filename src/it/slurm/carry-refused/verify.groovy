import io.github.snapsweep.fixture.GitFixture

def log = new File(basedir, 'build.log').text
assert log.contains("There is no 'gone' to carry to the worktree.")
assert log.contains("'code.txt' is to be carried to the worktree, but all of it is there already: the snapshot has it")
assert log.contains('-Dslurm.carry=...')
assert !log.contains('\tat io.github.snapsweep') // no stack trace
assert !new File(basedir, '.slurm').exists()

// nothing half-made is left
def git = GitFixture.at(basedir.toPath())
assert git.git('branch', '--list', 'slurm-job-*').isBlank()
assert git.git('worktree', 'list').readLines().size() == 1
assert !new File(basedir, 'multirun').exists()
git.fsck()
return true
