import io.github.snapsweep.fixture.GitFixture

import groovy.json.JsonSlurper

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))

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

// what Maven itself writes while it runs
def users = { lines -> lines.findAll { !(it.key ==~ /file (build\.log|target(\/.*)?)/) } }
assert users(repository.fingerprint().without(result.ref).lines()) == users(context.get('before'))
