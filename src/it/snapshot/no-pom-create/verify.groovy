import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert result.tree == repository.tree()
assert result.base == repository.git('rev-parse', 'HEAD')
repository.fsck()
assert new File(basedir, 'build.log').text.contains("snapshot $result.name")
return true
