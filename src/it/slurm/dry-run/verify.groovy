import io.github.snapsweep.fixture.GitFixture

def log = new File(basedir, 'build.log').text
assert log.contains('20 tasks (x 20)')
def table = log.readLines().dropWhile { !it.contains(' task ') }.take(12)*.replaceFirst(/\[INFO] ?/, '')*.trim()
assert table == ['task  x', '0  0', '1  1', '2  2', '3  3', '4  4', '...', '15  15', '16  16', '17  17', '18  18', '19  19']
assert log.contains('sbatch --parsable')
assert log.contains('the snapshot would hold')

// nothing half-made is left
def git = GitFixture.at(basedir.toPath())
assert git.git('branch', '--list', 'slurm-job-*').isBlank()
assert git.git('worktree', 'list').readLines().size() == 1
assert !new File(basedir, '.slurm').exists()
assert !new File(basedir, 'multirun').exists()
assert !new File(basedir, 'outputs').exists()
git.fsck()
return true
