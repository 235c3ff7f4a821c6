import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert result.tree == repository.tree()
assert repository.git('log', '-1', '--format=%an %cn %GK', result.ref).strip() == 'Snapsweep Snapsweep'
repository.fsck()
return true
