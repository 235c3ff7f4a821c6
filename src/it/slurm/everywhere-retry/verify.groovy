import groovy.json.JsonSlurper

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
def read = { new JsonSlurper().parse(new File(basedir, it)) }
def log = new File(basedir, 'build.log').text

assert new File(basedir, 'code.txt').text == 'edited\n'
assert read('target/waited.json').tasks*.state == ['completed', 'failed', 'failed', 'failed']
def status = read('target/status.json')
assert status.tasks*.state == ['completed'] * 4
assert status.tasks*.attempt == [1, 2, 2, 3]

// the same numbers, folders and code in each attempt; nothing of the first is lost
def record = read(".slurm/$launch/launch.json")
assert record.attempts*.tasks == ['0-3', '1-2', '3']
assert record.attempts*.parts.flatten()*.state == ['taken'] * 3
assert record.attempts[1].parts[0].sbatch.contains('--time=7')
assert record.attempts[2].parts[0].sbatch.contains('--time=60')
assert new File(basedir, "multirun/$launch").list().sort() == ['0', '1', '2', '3']
assert new File(basedir, "multirun/$launch/0/code").text == 'committed\n'
(1..3).each { assert new File(basedir, "multirun/$launch/$it/code").text == 'committed\n' * 2 }
assert new File(folder, 'tasks/0').list().findAll { it.startsWith('1.') }.sort() == ['1.0.exit', '1.0.start', '1.1.exit', '1.1.start']

assert log.contains('3 of 4 tasks') || log.contains('1 completed, 3 failed')
assert log.contains('task 3: failed, exit code 3')
assert log.contains('there is nothing to retry in launch ' + launch)
assert read('target/list.json').launches*.launch*.launch == [launch]
assert log.split('slurm:.*?:logs')[-1].contains('attempt 1 of task 1')
return true
