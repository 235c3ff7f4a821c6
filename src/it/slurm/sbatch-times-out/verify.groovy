import groovy.json.JsonSlurper

def wait = { int seconds, Closure done ->
    def end = System.currentTimeMillis() + seconds * 1000
    while (!done()) { assert System.currentTimeMillis() < end : "it took longer than $seconds s"; sleep(200) }
}
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
// sbatch gave no answer, but the job was taken: it is found by its token, and not sent again
assert new JsonSlurper().parse(new File(folder, 'launch.json')).attempts[0].parts.size() == 1
wait(120) { new File(folder, 'tasks/0').list().count { it.endsWith('.exit') } == 2 }
return true
