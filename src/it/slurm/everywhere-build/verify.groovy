import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def wait = { int seconds, Closure done ->
    def end = System.currentTimeMillis() + seconds * 1000
    while (!done()) { assert System.currentTimeMillis() < end : "it took longer than $seconds s"; sleep(200) }
}
def one = new JsonSlurper().parse(new File(basedir, 'one.json'))
def two = new JsonSlurper().parse(new File(basedir, 'two.json'))
[one, two].each { launch ->
    def folder = new File(basedir, ".slurm/$launch.launch")
    wait(120) { new File(folder, 'tasks/0').list().count { it.endsWith('.exit') } == 2 }
    [1, 2].each { x ->
        assert new File(basedir, "multirun/$launch.launch/${x - 1}/x").text == "x=$x built once"
    }
    def mark = new JsonSlurper().parse(new File(folder, 'build.json'))
    assert mark.exit == 0 && mark.made ==~ /[0-9a-f]{64}/
}
// built once, in the worktree that both share, and nothing in the user's tree
assert one.code.worktree == two.code.worktree
assert new File(basedir, ".slurm/$one.launch/build.log").text.contains('building in ' + one.code.directory)
assert new File(basedir, ".slurm/$two.launch/build.log").text.contains('built already, by another launch')
assert !new File(basedir, 'target/classes').exists()
GitFixture.at(basedir.toPath()).fsck()
return true
