import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert result.tree == repository.tree()
assert result.base == null
assert result.baseBranch == 'main'
assert repository.git('rev-list', '--parents', result.ref) == result.commit // a first commit
assert !repository.succeeds('rev-parse', '--verify', '--quiet', 'HEAD') // main is as unborn as before
repository.fsck()
assert new File(basedir, 'build.log').text.contains('of main, which has no commit yet: ')
return true
