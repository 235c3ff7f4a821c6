import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

assert GitFixture.at(basedir.toPath()).fingerprint().withoutBuild() == context.before
assert new JsonSlurper().parse(new File(basedir, 'target/list.json')).snapshots == []

def log = new File(basedir, 'build.log').text
assert log.contains("there is no snapshot here whose branch begins with 'slurm-job-'")
assert log.contains('make one:  mvn snapshot:create')
return true
