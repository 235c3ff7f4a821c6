import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture
import java.util.jar.JarFile

def git = GitFixture.at(basedir.toPath())
def snapshot = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))
assert git.git('rev-parse', snapshot.name).trim() == snapshot.commit
assert git.git('show', snapshot.commit + ':code.txt').trim() == 'edited'

def built = new JarFile(new File(basedir, 'one/target/one-1.jar')).withCloseable { it.manifest.mainAttributes }
assert built.getValue('Built-From') == snapshot.commit
assert built.getValue('Built-From-Branch') == snapshot.name
assert snapshot.name.startsWith('release-')
return true
