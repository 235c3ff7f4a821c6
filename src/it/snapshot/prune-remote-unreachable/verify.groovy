import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

// the branch here is what the next pruning goes by
def repository = GitFixture.at(basedir.toPath())
assert repository.fingerprint().withoutBuild() == context.before
assert new JsonSlurper().parse(new File(basedir, 'target/prune.json')).removed == []
def log = new File(basedir, 'build.log').text
assert log.contains('stays slurm-job-20260101-000000: its branch at origin could not be removed: ')
return true
