import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def read = { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def log = new File(basedir, 'build.log').text

['dry', 'live'].each {
    assert read(it).removed == []
    assert read(it).items.every { !it.goes }
}
assert log =~ /stays slurm-job-[-0-9]+: a launch needs it: $launch: 1 (pending|running)/
assert log =~ /stays launch $launch: 1 (pending|running)/

// cancelled, it needs nothing any more
def ended = read('ended')
assert ended.removed.size() == 1
assert ended.items.findAll { it.goes }*.kind.contains('launch')
assert ended.bytesFreed > 0
assert repository.git('worktree', 'list').readLines().size() == 1
assert repository.git('for-each-ref', '--format=%(refname:short)') == 'main'
assert new File(basedir, ".slurm/$launch/launch.json").exists()
assert !new File(basedir, ".slurm/$launch/logs").exists()
repository.fsck()
return true
