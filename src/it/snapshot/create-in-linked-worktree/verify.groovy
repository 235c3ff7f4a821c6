import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def main = GitFixture.at(basedir.toPath())
def linked = GitFixture.at(main.path('linked'))
def result = new JsonSlurper().parse(new File(basedir, 'linked/target/snapshot.json'))

assert linked.fingerprint().without(result.ref).withoutBuild() == context.before
assert main.fingerprint().without(result.ref).withoutBuild() == context.main
assert result.tree == linked.tree()
assert result.baseBranch == 'idea'
assert main.git('show', result.ref + ':code.txt') == 'edited in the linked one'
main.fsck()
linked.fsck()
return true
