import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before // no tracking branch either

assert result.push == 'pushed to origin'
assert new File(basedir, 'build.log').text.contains('pushed to origin')
def remote = GitFixture.at(new File(basedir.path + '.git').toPath())
assert remote.git('for-each-ref', '--format=%(objectname) %(refname)') == "$result.commit $result.ref"
assert remote.git('rev-parse', result.ref + '^{tree}') == repository.tree()
remote.fsck()
repository.fsck()
return true
