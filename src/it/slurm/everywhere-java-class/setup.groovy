import io.github.snapsweep.fixture.GitFixture
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import javax.tools.ToolProvider

// a dependency in the local repository, which goes while the tasks wait
def made = new File(basedir, 'target/dependency')
made.mkdirs()
def source = new File(made, 'Dependency.java')
source.text = 'package dep; public class Dependency { public static String text() { return "its dependency"; } }'
assert ToolProvider.systemJavaCompiler.run(null, null, null, '--release', '17', '-d', made.path, source.path) == 0
def repository = new File(localRepositoryPath as String, 'it/everywhere-dependency/1')
repository.mkdirs()
new JarOutputStream(new FileOutputStream(new File(repository, 'everywhere-dependency-1.jar'))).withCloseable {
    it.putNextEntry(new JarEntry('dep/Dependency.class'))
    it << new File(made, 'dep/Dependency.class').bytes
}
new File(repository, 'everywhere-dependency-1.pom').text = '''<project><modelVersion>4.0.0</modelVersion>
<groupId>it</groupId><artifactId>everywhere-dependency</artifactId><version>1</version></project>'''

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\ntarget/\n')
    .write('code.txt', 'committed\n')
    .commit('first')
return true
