import groovy.json.JsonSlurper

def wait = { int seconds, Closure done ->
    def end = System.currentTimeMillis() + seconds * 1000
    while (!done()) { assert System.currentTimeMillis() < end : "it took longer than $seconds s"; sleep(200) }
}
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
def record = new JsonSlurper().parse(new File(folder, 'launch.json'))
assert record.tasks == 3
assert record.only == '1,3-4'
wait(120) { new File(folder, 'tasks/0').list().count { it.endsWith('.exit') } == 3 }

// they keep the numbers that they have in the whole sweep
assert new File(basedir, "multirun/$launch").list().sort() == ['1', '3', '4']
[1, 3, 4].each { assert new File(basedir, "multirun/$launch/$it/x").text == "${10 + it}\n" }
def tasks = new File(folder, 'tasks.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert tasks*.task == [1, 3, 4]
assert tasks*.parameters*.x == [11, 13, 14]
assert new File(basedir, 'build.log').text.contains('3 tasks (x 6, only 1,3-4)')
return true
