import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def removed = new JsonSlurper().parse(new File(basedir, 'target/prune.json')).removed
def remote = GitFixture.at(new File(basedir.path + '.git').toPath())

assert removed.size() == 3
assert repository.fingerprint().withoutBuild() == context.before
assert remote.git('for-each-ref', '--format=%(refname:short)').readLines() == ['main', 'slurm-job-20260101-000000']
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log =~ /pushed to origin/
assert log.count('[WARNING]') == 1
assert log.contains('[WARNING] the branch slurm-job-20260101-000000 at origin was not removed: it was moved there since it was pushed')
return true
