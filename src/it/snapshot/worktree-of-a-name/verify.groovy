import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def results = ['named', 'latest'].collect { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }

// named by their seconds, so the older one is the first
assert results*.commit == repository.git('for-each-ref', '--format=%(objectname)', 'refs/heads/slurm-job-*').readLines()
assert results.collect { new File(it.path, 'code.txt').text } == ['at New Year', 'edited']
assert repository.git('worktree', 'list').readLines().size() == 3
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains("There is no snapshot 'slurm-job-20260101-000001'.")
assert log =~ /The newest are: slurm-job-\d{8}-\d{6}, slurm-job-20260101-000000  \(-Dsnapshot.name=NAME\)/
assert !log.contains('\tat ') // no stack trace
return true
