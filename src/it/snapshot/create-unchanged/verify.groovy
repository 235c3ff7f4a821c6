import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def results = (1..2).collect { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }

assert repository.fingerprint().without(results[0].ref).withoutBuild() == context.before
assert results*.commit == [repository.git('rev-parse', 'HEAD')] * 2
assert results*.ref == [results[0].ref] * 2
assert results*.baseBranch == ['main', 'main']
assert results*.reused == [false, true]
assert new File(basedir, 'build.log').text.count(': nothing differs from the base commit (') == 2
repository.fsck()
return true
