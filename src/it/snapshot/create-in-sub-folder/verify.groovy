import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'projects/sim/target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert result.tree == repository.treeWithout(*GitFixture.LINKED.collect { "projects/sim/$it".toString() })
def files = repository.git('ls-tree', '-r', '--name-only', result.commit).readLines()
assert files.containsAll(['library/shared.txt', 'projects/sim/new.txt', 'outputs/code.txt'])
assert repository.git('show', result.commit + ':library/shared.txt') == 'edited'
repository.fsck()
return true
