import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def record = new JsonSlurper().parse(new File(basedir, ".slurm/$launch/launch.json"))
assert record.attempts[0].executor == 'local'
assert new File(basedir, 'code.txt').text == 'edited\n' // the first task edited the user's own tree

(0..<4).each { task ->
    def output = new File(basedir, "multirun/$launch/$task")
    assert new File(output, "seen").text == "as it was at submit\nstaged\nuntracked\nstill here\n"
    assert !new File(output, "files").text.contains("added.txt")
    assert new File(output, "commit").text.trim() == record.code.commit
    assert new File(output, "params.json").text.trim() == "{\"x\":${task + 1}}"
}
assert !GitFixture.at(basedir.toPath()).git('worktree', 'list', '--porcelain').contains('locked')
assert new File(basedir, 'build.log').text.contains('tasks: 4 of 4 done')
return true
