import groovy.json.JsonSlurper

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
def log = new File(basedir, 'build.log').text
assert log.contains("The build of launch $launch failed: exit code 1. None of its tasks ran.")
assert log.contains("$launch/build.log")
assert log.contains('the build failed: exit code 1, see build.log')
assert new File(folder, 'build.log').text.contains('cannot find the compiler')
def status = new JsonSlurper().parse(new File(basedir, 'status.json'))
assert status.tasks*.state == ['cancelled', 'cancelled']
assert (0..1).every { new File(basedir, "multirun/$launch/$it/ran").exists() }
assert new JsonSlurper().parse(new File(folder, 'launch.json')).attempts*.parts*.size() == [2, 2]
return true
