import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def results = (1..3).collect { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
assert repository.fingerprint().without(results[0].ref).without(results[2].ref).withoutBuild() == context.before

assert results*.reused == [false, true, false]
assert results[1].ref == results[0].ref
assert results[1].commit == results[0].commit
assert results[2].ref != results[0].ref
assert results*.tree.unique() == [repository.tree()]
assert repository.git('branch', '--list', 'slurm-job-*').readLines().size() == 2
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.count('the same as before') == 1
assert log.contains("snapshot ${results[0].name} (${results[0].commit.substring(0, 12)}), the same as before")
return true
