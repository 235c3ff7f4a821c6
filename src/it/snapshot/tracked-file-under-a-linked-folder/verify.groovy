import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert result.tree == repository.treeWithout('multirun')
assert result.contents.changed == ['outputs/paper.txt']
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains('git tracks files in an output folder, and in a worktree that folder is a link to yours: outputs/paper.txt.')
assert log.contains('-Dsnapshot.symlinkPaths=')
assert log.contains('git rm -r --cached outputs')
assert !log.contains('\tat ') // no stack trace
return true
