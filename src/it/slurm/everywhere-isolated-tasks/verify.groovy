import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def record = new JsonSlurper().parse(new File(basedir, ".slurm/$launch/launch.json"))
[1, 2].each { x ->
    def output = new File(basedir, "multirun/$launch/${x - 1}")
    assert new File(output, 'code.txt').text == "committed\n$x\n" // both at once, and none saw the other's
    assert new File(output, 'commit').text.trim() == record.code.commit
    assert new File(basedir, "outputs/$x").text == 'out\n'
}
assert new File(record.code.worktree, 'code.txt').text == 'committed\n'
assert new File(basedir, 'target/tmp').list().length == 0
assert GitFixture.at(new File(record.code.worktree).toPath()).git('status', '--porcelain', '--untracked-files=no').isBlank()
return true
