import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def worktree = new File("${repository.root()}.worktrees/kept")

assert repository.fingerprint().withoutBuild() == context.before
assert new JsonSlurper().parse(new File(basedir, 'target/prune.json')).removed == []
assert repository.git('worktree', 'list', '--porcelain').contains("worktree $worktree\n")
assert new File(worktree, 'code.txt').text == 'committed'
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains("stays slurm-job-20260101-000000: its worktree $worktree is locked: by hand, without a reason")
assert log.contains('0 of 1 snapshots removed, ')
return true
