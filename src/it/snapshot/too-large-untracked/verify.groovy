import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

assert repository.fingerprint().without(result.ref).withoutBuild() == context.before
assert result.contents.untracked == ['small.txt']
assert result.contents.changed == ['code.txt']
assert result.tree == repository.treeWithout(*(GitFixture.LINKED + 'data'))
repository.fsck()

def log = new File(basedir, 'build.log').text
def said = log.replace('[ERROR]', '').replaceAll(/\s+/, ' ')
assert said.contains('Untracked files are larger than the setting maxFileSize allows (1000 B): 3.9 KiB data/larger.bin 2.9 KiB data/large?[2J.bin')
assert said.contains('The untracked files are 6.8 KiB together, more than the setting maxTotalSize allows (1000 B).')
assert log.contains('-Dsnapshot.maxFileSize=')
assert log.contains('-Dsnapshot.maxTotalSize=')
assert log.contains('-Dsnapshot.exclude=')
assert !log.contains('\tat ') // no stack trace
return true
