import groovy.json.JsonSlurper

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def record = new JsonSlurper().parse(new File(basedir, ".slurm/$launch/launch.json"))
assert record.code.carried*.path == ['data', 'target/tool']
assert record.code.carried*.files == [1, 1] // what is tracked comes with the snapshot
assert record.code.carried.every { it.sha256 ==~ /[0-9a-f]{64}/ }
assert new File(basedir, "multirun/$launch/0/seen").text == 'ignored\ntracked\ntool\n'
def log = new File(basedir, 'build.log').text
assert log.contains('carried data: 1 file, 8 B')
assert log.count('is gone; made again as') == 2 // with the same things beside the commit
assert log.contains("The worktree of launch $launch is gone, and what was carried to it is not the same any more: data, target/tool.")
return true
