import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log =~ /1 of 4 tasks of launch sim-[-0-9]+ failed: 2/
assert log.contains('tasks: 4 of 4 done, 1 failed')
assert log =~ /4 tasks: 3 completed, 1 failed/ // by slurm:status
assert log.contains('exit code 1')
// what a pipeline shows
assert log =~ /summary of launch sim-[-0-9]+/
assert log.contains('failed   task 2: exit code 1')
assert new File(basedir, 'summary.md').text.contains('| 2 | exit code 1')
// a script is told all the same what was launched
def result = new JsonSlurper().parse(new File(basedir, 'target/launch.json'))
assert log.contains("launch $result.launch")
assert result.tasks == 4
assert result.code.pushed == "not pushed: there is no remote 'origin'"
return true
