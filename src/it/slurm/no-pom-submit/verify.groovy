import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def launch = new File(basedir, '.slurm').list().find { it.startsWith('no-pom-submit-') }
def record = new JsonSlurper().parse(new File(basedir, ".slurm/$launch/launch.json"))
(0..<4).each { task ->
    def output = new File(basedir, "multirun/$launch/$task")
    assert new File(output, 'seen').text == 'as it was at submit'
    assert new JsonSlurper().parse(new File(output, 'params.json')) == [lr: task < 2 ? 0.1 : 0.01, seed: task % 2]
}
assert repository.git('rev-parse', record.code.snapshot) == record.code.commit
assert !repository.git('worktree', 'list', '--porcelain').contains('locked')
repository.fsck()
assert new File(basedir, 'build.log').text.contains('tasks: 4 of 4 done')
return true
