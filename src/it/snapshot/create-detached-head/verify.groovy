import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert result.tree == repository.tree()
assert result.base == repository.git('rev-parse', 'main~1')
assert result.baseBranch == 'HEAD'
assert repository.git('rev-parse', result.ref + '^') == result.base
repository.fsck()
assert new File(basedir, 'build.log').text.contains("of a detached HEAD at ${result.base.substring(0, 12)}: ")
return true
