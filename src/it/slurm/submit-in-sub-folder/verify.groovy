import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def project = new File(basedir, 'projects/sim')
def launch = new File(project, '.slurm').list().find { it.startsWith('sim-') }
def record = new JsonSlurper().parse(new File(project, ".slurm/$launch/launch.json"))
assert new File(project, 'code.txt').text == 'edited while it runs\n'
(0..<2).each { task ->
    def output = new File(project, "multirun/$launch/$task")
    assert new File(output, 'seen').text == 'as it was at submit'
    assert new File(output, 'folder').text.trim() == record.code.worktree + '/projects/sim'
    assert new File(output, 'commit').text.trim() == record.code.commit
    assert new File(project, "outputs/$task").text == "${task + 1}\n"
}
assert new File(record.code.worktree, 'library/shared.txt').text == 'shared, as it was at submit'
assert record.code.worktree.startsWith("${repository.root()}.worktrees/")
['.slurm', 'multirun', 'outputs'].each { assert !new File(basedir, it).exists() }
assert repository.git('rev-parse', record.code.snapshot) == record.code.commit
assert !repository.git('worktree', 'list', '--porcelain').contains('locked')
repository.fsck()
assert new File(basedir, 'build.log').text.contains('tasks: 2 of 2 done')
return true
