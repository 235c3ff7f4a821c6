import groovy.json.JsonSlurper

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
def read = { new JsonSlurper().parse(new File(basedir, it)) }
def log = new File(basedir, 'build.log').text

def tasks = read('target/waited.json').tasks
assert tasks*.state == ['completed'] * 4 + ['failed'] + ['completed'] * 3
assert tasks*.job.collect { it.split('_')[1] } == ['0', '0', '0', '1', '1', '1', '2', '2']
assert new File(folder, 'logs/0').list().size() == 6
assert (0..<8).every { new File(basedir, "multirun/$launch/$it/params.json").exists() }
assert log.contains('task 4 in ')
return true
