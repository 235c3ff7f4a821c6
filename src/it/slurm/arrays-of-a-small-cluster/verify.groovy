import groovy.json.JsonSlurper

def wait = { int seconds, Closure done ->
    def end = System.currentTimeMillis() + seconds * 1000
    while (!done()) { assert System.currentTimeMillis() < end : "it took longer than $seconds s"; sleep(200) }
}
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
def jobs = new JsonSlurper().parse(new File(folder, 'launch.json')).attempts[0].parts
assert jobs*.first == [0, 3, 6]
assert jobs*.tasks == ['0-2', '3-5', '6']
assert jobs*.state == ['taken'] * 3
wait(120) { new File(folder, 'tasks/0').list().count { it.endsWith('.exit') } == 7 }
(0..<7).each { assert new File(basedir, "multirun/$launch/$it/x").text == "$it\n" }
return true
