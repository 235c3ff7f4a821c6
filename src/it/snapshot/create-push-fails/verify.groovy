import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert result.tree == repository.tree()
assert result.commit == repository.git('rev-parse', result.ref)
assert GitFixture.at(new File(basedir.path + '.git').toPath()).git('for-each-ref').isBlank()
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains('BUILD SUCCESS')
assert log.contains('[WARNING]')
assert log.contains('your quota is used up')
assert log.contains("git push origin $result.ref") // by hand
assert log.contains('-Dsnapshot.pushToRemote=false') // never
assert result.push.startsWith('not pushed: ')
return true
