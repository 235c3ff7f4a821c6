import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
assert repository.fingerprint().withoutBuild() == context.before
def result = new JsonSlurper().parse(new File(basedir, 'target/prune.json'))
assert result.removed == [] && result.items.size() == 2 && result.items.every { !it.goes }
assert new File("${repository.root()}.worktrees/kept/code.txt").text == 'committed'
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log =~ /stays slurm-job-20260101-000000: its worktree .* is locked: .*Slurm did not answer/
assert log =~ /stays launch sim-20261123-142233: .*Slurm did not answer/
return true
