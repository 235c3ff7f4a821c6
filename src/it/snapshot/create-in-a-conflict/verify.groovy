import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

// as git add -A: the file as it is, with the marks in it
assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert repository.git('ls-files', '--unmerged').readLines().size() == 3
assert result.tree == repository.tree()
assert result.contents.changed == ['code.txt']
assert repository.git('show', result.ref + ':code.txt').contains('<<<<<<< HEAD')
assert repository.git('rev-list', '--parents', '-1', result.ref) == "$result.commit ${repository.git('rev-parse', 'main')}"
repository.fsck()
return true
