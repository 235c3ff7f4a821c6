def wait = { int seconds, Closure done ->
    def end = System.currentTimeMillis() + seconds * 1000
    while (!done()) { assert System.currentTimeMillis() < end : "it took longer than $seconds s"; sleep(200) }
}
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
// other code was compiled, then mvn clean has run, and the dependency goes; both tasks still wait
assert new File(localRepositoryPath as String, 'it/everywhere-dependency').deleteDir()
assert !new File(basedir, 'target/classes').exists()
new File(basedir, 'outputs/go').text = ''
wait(120) { new File(folder, 'tasks/0').list().count { it.endsWith('.exit') } == 2 }
assert new File(basedir, "multirun/$launch/0/x").text == 'as it was at submit, with its dependency x=1'
assert new File(basedir, "multirun/$launch/1/x").text == 'as it was at submit, with its dependency x=2'
return true
