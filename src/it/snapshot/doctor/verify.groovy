import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

assert GitFixture.at(basedir.toPath()).fingerprint().withoutBuild() == context.before
def result = new JsonSlurper().parse(new File(basedir, 'target/doctor.json'))
assert result.healthy && result.findings == []
assert new File(basedir, 'build.log').text.contains('nothing is wrong here')
return true
