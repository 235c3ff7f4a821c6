def wait = { int seconds, Closure done ->
    def end = System.currentTimeMillis() + seconds * 1000
    while (!done()) { assert System.currentTimeMillis() < end : "it took longer than $seconds s"; sleep(200) }
}
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
wait(120) { new File(folder, 'tasks/0').list().count { it.endsWith('.exit') } == 2 }
assert new File(basedir, "multirun/$launch/1/x").text == '2\n'
return true
