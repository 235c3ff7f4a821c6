import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def results = (1..2).collect { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def refs = repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').readLines()
def newest = (refs - ['main', 'slurm-job-20251231-000000'])
def worktrees = new File("${repository.root()}.worktrees").list() as List

assert results*.removed == [['slurm-job-20260101-000000'], ['slurm-job-20260201-000000']]
assert results[0].bytesFreed > 0
assert newest.size() == 1
assert worktrees == [repository.git('rev-parse', '--short=12', newest[0])]
assert repository.git('worktree', 'list').readLines().size() == 2
assert new File("${repository.root()}.worktrees/${worktrees[0]}/notes.txt").text == 'not in any snapshot\n'
assert new File(basedir, 'outputs/earlier.txt').text == 'stays here'
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log =~ /removed slurm-job-20260101-000000: \d+ d old, needed by no launch/
assert log.contains('stays slurm-job-20260201-000000: one of the newest 2')
assert log.contains("stays ${newest[0]}: its worktree ${repository.root()}.worktrees/${worktrees[0]} holds work that is in no snapshot")
assert log.contains('1 of 3 snapshots removed, ')
assert log.contains('1 of 2 snapshots removed, ')

// the rest is as it was
['multirun', '.slurm'].each { repository.delete(it) }
def without = { print, ref -> print.without("refs/heads/$ref") }
def kept = newest.inject(repository.fingerprint(), without)
assert kept.withoutBuild() == ['slurm-job-20260101-000000', 'slurm-job-20260201-000000'].inject(context.before, without)
return true
