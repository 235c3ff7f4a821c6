import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def project = basedir
def launch = new File(project, '.slurm').list().find { it.startsWith('sim-') }
def record = new JsonSlurper().parse(new File(project, ".slurm/$launch/launch.json"))
assert new File(project, 'code.txt').text == 'edited while it runs\n'
(0..<2).each { task ->
    def output = new File(project, "multirun/$launch/$task")
    assert new File(output, 'seen').text == 'as it was at submit'
    assert new File(output, 'folder').text.trim() == record.code.worktree
    assert new File(output, 'commit').text.trim() == record.code.commit
    assert new File(project, "outputs/$task").text == "${task + 1}\n"
}
assert record.code.base == repository.git('rev-parse', 'main~1')
assert repository.git('rev-parse', 'HEAD') == record.code.base
assert !repository.succeeds('symbolic-ref', '--quiet', 'HEAD')
assert repository.git('rev-parse', record.code.snapshot) == record.code.commit
def ofGit = { print -> print.lines().findAll { !it.key.startsWith('file ') } }
assert ofGit(repository.fingerprint().without(record.code.snapshot)) == ofGit(context.before)
assert !repository.git('worktree', 'list', '--porcelain').contains('locked')
repository.fsck()
assert new File(basedir, 'build.log').text.contains('tasks: 2 of 2 done')
return true
