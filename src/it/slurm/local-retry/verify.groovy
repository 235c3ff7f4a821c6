import groovy.json.JsonSlurper

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
def read = { new JsonSlurper().parse(new File(basedir, it)) }
def log = new File(basedir, 'build.log').text

assert new File(basedir, "multirun/$launch/1/code").text == 'committed\n' * 2
assert read('target/status.json').tasks*.attempt == [3, 2]
assert read('target/status.json').tasks*.state == ['completed'] * 2

// a rerun leaves the launch as it is, and nothing behind but its own output
def rerun = read('target/rerun.json')
assert rerun.exit == 1
assert rerun.output == "${basedir.canonicalPath}/multirun/$launch/rerun-1/1"
assert new File(rerun.output, 'code').text == 'committed\n'
assert read(".slurm/$launch/launch.json").attempts*.tasks == ['0-1', '1', '0']
def worktrees = new File("${basedir.canonicalPath}.worktrees").list() ?: []
assert !worktrees.any { it.startsWith('rerun') }
assert log.contains('A retry runs what was recorded: -Dslurm.command would change what the tasks are.')
return true
