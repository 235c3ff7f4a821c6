import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains("$basedir.canonicalPath is not in a git repository")
assert log.contains('-Dsnapshot.enabled=false')
assert log.contains('[WARNING] NO SNAPSHOT: ')
assert !log.contains('\tat ') // no stack trace

// one launch, the second's, of the live files
def launches = new File(basedir, '.slurm').list().findAll { it.startsWith('sim-') }
assert launches.size() == 1
def record = new JsonSlurper().parse(new File(basedir, ".slurm/${launches[0]}/launch.json"))
assert record.code.commit == null
assert new File(basedir, "multirun/${launches[0]}/0/seen").text == 'no repository'
assert !new File("${basedir.canonicalPath}.worktrees").exists()
return true
