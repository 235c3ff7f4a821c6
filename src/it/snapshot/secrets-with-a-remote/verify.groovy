import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))
def remote = GitFixture.at(new File(basedir.path + '.git').toPath())

// the first made nothing, the second one snapshot and its push
def tracking = "refs/remotes/origin/$result.name".toString()
assert repository.fingerprint().without(result.ref).without(tracking).withoutBuild() == context.before
assert remote.git('for-each-ref', '--format=%(objectname) %(refname)') == "$result.commit $result.ref"
assert result.tree == repository.tree()
repository.fsck()

def log = new File(basedir, 'build.log').text
def (refused, warned) = log.split('BUILD FAILURE') as List
assert log.contains('Untracked files look like secrets, and the snapshot is to be pushed: config/.env, id_ed25519.')
assert log.contains('-Dsnapshot.pushToRemote=false')
assert log.contains('-Dsnapshot.secrets=allow')
assert log.contains('untracked files that look like secrets are published (secrets=warn): config/.env, id_ed25519')
assert !log.contains('\tat ') // no stack trace
return true
