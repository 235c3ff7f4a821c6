import java.util.zip.ZipFile
import javax.xml.parsers.DocumentBuilderFactory

def log = new File(basedir, 'build.log').text
assert log.contains('slurm:submit')
['partition', 'memGb', 'mainClass', 'sweep', 'additionalParameters'].each { assert log =~ /(?m)^ +$it/ }
assert !log.contains('(no description available)')

// an editor that builds by itself leaves all of them alone
def jar = new File(localRepositoryPath, 'io/github/snapsweep/slurm-maven-plugin').listFiles().findAll { it.directory }
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
