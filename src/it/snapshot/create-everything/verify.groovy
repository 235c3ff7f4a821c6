import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))
assert repository.fingerprint().without(result.ref).withoutBuild() == context.before

assert result.name ==~ /slurm-job-\d{8}-\d{6}/
assert result.ref == 'refs/heads/' + result.name
assert result.commit == repository.git('rev-parse', result.ref)
assert result.tree == repository.tree()
assert result.tree == repository.git('rev-parse', result.ref + '^{tree}')
assert result.base == repository.git('rev-parse', 'HEAD')
assert result.baseBranch == 'main'
assert !result.reused
assert result.push == "not pushed: there is no remote 'origin'"
assert repository.listing(result.commit) == repository.listing()
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains("snapshot $result.name (${result.commit.substring(0, 12)})")
assert log.contains("of main at ${result.base.substring(0, 12)}: 3 changed, ")
assert log.contains('untracked, 1 deleted, ')
return true
