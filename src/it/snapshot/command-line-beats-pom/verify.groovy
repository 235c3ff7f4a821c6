import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert result.name ==~ /command-line-\d{8}-\d{6}/
assert result.contents.untracked == ['outputs/a.txt'] // the POM's exclude still counts
repository.fsck()
return true
