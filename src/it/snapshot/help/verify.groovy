import java.util.zip.ZipFile
import javax.xml.parsers.DocumentBuilderFactory

def log = new File(basedir, 'build.log').text
['create', 'worktree', 'list', 'diff', 'verify', 'prune', 'doctor', 'help'].collect { "snapshot:$it" }.each { assert log.contains(it) }
['branchPrefix', 'symlinkPaths', 'pushToRemote', 'secrets', 'maxFileSize', 'exclude'].each { assert log =~ /(?m)^ +$it/ }
['-Dsnapshot.secrets=allow', '<maxFileSize>2GB</maxFileSize>'].each { assert log.contains(it) }
assert !log.contains('(no description available)')

// an editor that builds by itself leaves all of them alone
def jar = new File(localRepositoryPath, 'io/github/snapsweep/snapshot-maven-plugin').listFiles().findAll { it.directory }
    .collectMany { it.listFiles().toList() }.find { it.name ==~ /.*-maven-plugin-.*(?<!sources|javadoc)\.jar/ }
new ZipFile(jar).withCloseable { zip ->
    def goals = { name, parent ->
        def found = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(zip.getInputStream(zip.getEntry(name))).getElementsByTagName('goal')
        (0..<found.length).collect { found.item(it) }.findAll { it.parentNode.nodeName == parent }*.textContent.sort()
    }
    assert goals('META-INF/m2e/lifecycle-mapping-metadata.xml', 'goals') == goals('META-INF/maven/plugin.xml', 'mojo')
}
return true
