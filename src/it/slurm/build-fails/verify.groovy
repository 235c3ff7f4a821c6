import io.github.snapsweep.fixture.GitFixture

def log = new File(basedir, 'build.log').text
assert log.contains('The build failed in the worktree: exit code 1. No task was sent. It printed, last:')
assert log.contains('    Sim.java:3: no such thing')
assert log.contains('-Dslurm.build="mvn -q package"')
assert !log.contains('\tat io.github.snapsweep') // no stack trace
def kept = new File(basedir, '.slurm').listFiles().findAll { it.name != '.gitignore' }
assert kept.size() == 1 && kept[0].name ==~ /sim-\d{8}-\d{6}\.build\.log/
assert kept[0].readLines() == ['compiling', 'Sim.java:3: no such thing']
assert log =~ "All of it: /.*/build-fails/\\.slurm/${kept[0].name}"

// nothing half-made is left
def git = GitFixture.at(basedir.toPath())
assert git.git('branch', '--list', 'slurm-job-*').isBlank()
assert git.git('worktree', 'list').readLines().size() == 1
assert !new File(basedir, 'multirun').exists()
git.fsck()
return true
