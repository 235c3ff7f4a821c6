import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def wait = { int seconds, Closure done -> def end = System.currentTimeMillis() + seconds * 1000; while (!done()) { assert System.currentTimeMillis() < end : "it took longer than $seconds s"; sleep(200) } }
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
def record = new JsonSlurper().parse(new File(folder, 'launch.json'))
assert record.attempts[0].executor == 'slurm'
assert record.attempts[0].parts*.tasks == ['0-3']
def log = new File(basedir, 'build.log').text
assert log.contains('executor: slurm')
assert log =~ /4 tasks: .*pending/
assert !new File(folder, 'tasks/0').list().any { it.endsWith('.exit') }
def git = GitFixture.at(basedir.toPath())
assert git.git('worktree', 'list', '--porcelain').contains("locked launch $launch of ")

// the user goes on, while tasks wait
new File(basedir, 'code.txt').text = 'edited\n'
new File(basedir, 'staged.txt').text = 'edited\n'
new File(basedir, 'untracked.txt').delete()
new File(basedir, 'doomed.txt').delete()
new File(basedir, 'added.txt').text = 'new\n'
git.git('add', '-A')
git.git('commit', '-q', '-m', 'goes on')
new File(basedir, 'outputs/go').text = ''

wait(120) { new File(folder, 'tasks/0').list().count { it.endsWith('.exit') } == 4 }

(0..<4).each { task ->
    def output = new File(basedir, "multirun/$launch/$task")
    assert new File(output, "seen").text == "as it was at submit\nstaged\nuntracked\nstill here\n"
    assert !new File(output, "files").text.contains("added.txt")
    assert new File(output, "commit").text.trim() == record.code.commit
    assert new File(output, "params.json").text.trim() == "{\"x\":${task + 1}}"
}
git.fsck()
return true
