import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def (files, snapshot) = ['files', 'snapshot'].collect { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def name = repository.git('for-each-ref', '--format=%(refname)', 'refs/heads/slurm-job-*')
def worktree = new File("${repository.root()}.worktrees", repository.git('rev-parse', name).substring(0, 12))

assert files.holds && snapshot.holds
assert files.proofs.size() == 4
assert snapshot.proofs.size() == 6
assert (files.proofs + snapshot.proofs).every { it.holds && it.exceptions == [] }
assert repository.fingerprint().without(name).withoutBuild() == context.before
repository.fsck()
// nothing of what was tried out is left
assert worktree.parentFile.list().toList() == [worktree.name]

def log = new File(basedir, 'build.log').text
assert log.contains("proved: git add -A makes the same tree of it: tree ${repository.tree()} (")
assert log.contains("proved: the worktree $worktree holds the snapshot and nothing else")
assert log.contains('all 6 proofs hold')
return true
