import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def snapshots = new JsonSlurper().parse(new File(basedir, 'target/list.json')).snapshots

// newest first
assert snapshots*.commit == repository.git('for-each-ref', '--sort=-refname', '--format=%(objectname)', 'refs/heads/slurm-job-*').readLines()
assert snapshots.collect { [it.changed, it.added, it.deleted] } == [[1, 1, 0], [0, 0, 0]]
assert snapshots[0].base == repository.git('rev-parse', 'HEAD')
assert snapshots[0].baseBranch == 'main'
assert snapshots*.worktrees*.path == [["${repository.root()}.worktrees/${snapshots[0].commit.substring(0, 12)}"], ["${repository.root()}.worktrees/kept"]]
assert snapshots[0].worktrees[0].launches == []
assert snapshots[1].worktrees[0].launches*.needed == [false] // a record that is gone, and no job that Slurm knows

def log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[INFO\] +snapshot +age +commit +base +differs +worktree +launches$/
assert log =~ /(?m)^\[INFO\] +${snapshots[0].name} +now +${snapshots[0].commit.substring(0, 12)} +${snapshots[0].base.substring(0, 12)} main +2 files, 9 B +${snapshots[0].commit.substring(0, 12)}$/
assert log =~ /(?m)^\[INFO\] +slurm-job-20260101-000000 .* nothing +kept +sim-1: its record is gone, and Slurm knows no job of it$/
assert log.contains("worktrees are in ${repository.root()}.worktrees")
return true
