import groovy.json.JsonSlurper

def wait = { int seconds, Closure done ->
    def end = System.currentTimeMillis() + seconds * 1000
    while (!done()) { assert System.currentTimeMillis() < end : "it took longer than $seconds s"; sleep(200) }
}
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
wait(120) { new File(folder, 'tasks/0').list().count { it.endsWith('.exit') } == 4 }
(0..<4).each { task ->
    assert new JsonSlurper().parse(new File(folder, "tasks/0/${task}.0.exit")).exit == task
    assert new JsonSlurper().parse(new File(folder, "tasks/0/${task}.0.start")).job != ''
}
assert new File(folder, 'logs/0').list().size() == 8
return true
