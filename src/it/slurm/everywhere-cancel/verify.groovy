import groovy.json.JsonSlurper

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
def read = { new JsonSlurper().parse(new File(basedir, it)) }
def log = new File(basedir, 'build.log').text

def some = read('target/some.json').tasks
assert [some[3].state, some[4].state] == ['cancelled'] * 2
assert [0, 1, 2, 5].every { some[it].state in ['pending', 'running'] }
assert read('target/all.json').tasks*.state == ['cancelled'] * 6
assert log.contains('cancelled 2 tasks of launch ' + launch)
assert log.contains('cancelled 4 tasks of launch ' + launch)
assert log.contains('there is nothing to cancel in launch ' + launch)
assert log.contains("There is no task 9 in launch $launch: its tasks are 0-5.")
assert log.contains("'runing' is no state of a task. Did you mean running?")
assert log.contains("no task of $launch is failed: 6 cancelled")
return true
