import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
[[basedir, 'all', ''], [new File(basedir, 'two'), 'two', '/two']].each { project, name, inside ->
    def launches = new File(project, '.slurm').list().findAll { it.startsWith(name + '-') }
    assert launches.size() == 1
    def record = new JsonSlurper().parse(new File(project, ".slurm/${launches[0]}/launch.json"))
    def output = new File(project, "multirun/${launches[0]}/0")
    // the settings are those of the folder that Maven was run in, whatever its modules say
    assert record.settings.findAll { it.key == 'slurm.comment' }*.value == (inside ? [] : ['all'])
    assert new File(output, 'folder').text.trim() == record.code.worktree + inside
    assert new File(output, 'seen').text == 'one, as it was at submittwo, as it was at submit'
    assert new File(project, 'outputs/0').text == '1\n'
}
['.slurm', 'multirun', 'outputs'].each { assert !new File(basedir, "one/$it").exists() }
assert repository.git('branch', '--list', 'slurm-job-*').readLines().size() == 2 // each leaves out its own output folders
assert !repository.git('worktree', 'list', '--porcelain').contains('locked')
repository.fsck()
assert new File(basedir, 'build.log').text.count('tasks: 1 of 1 done') == 2
return true
