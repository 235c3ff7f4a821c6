def log = new File(basedir, 'build.log').text
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def page = new File(basedir, ".slurm/$launch/report.html").text

assert log.contains('no task has left a number: a task writes them to $SNAPSWEEP_OUTPUT/metrics.json')
assert page.contains('3 tasks: 3 completed')
assert page.contains('"asked":{"seconds":300,"bytes":') // by the accounting, or the settings where it lags behind
assert page.contains('sbatch --parsable')
return true
