import java.util.zip.ZipFile
import javax.xml.parsers.DocumentBuilderFactory

def log = new File(basedir, 'build.log').text
assert log.contains('slurm:submit')
assert !log.contains('(no description available)')

// an editor that builds by itself leaves all of them alone
def jar = new File(localRepositoryPath, 'io/github/snapsweep/slurm-maven-plugin').listFiles().findAll { it.directory }
    .collectMany { it.listFiles().toList() }.find { it.name ==~ /.*-maven-plugin-.*(?<!sources|javadoc)\.jar/ }
new ZipFile(jar).withCloseable { zip ->
    // all that the goal can be told, with its default and how to set it
    def mojos = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(zip.getInputStream(zip.getEntry('META-INF/maven/plugin.xml'))).getElementsByTagName('mojo')
    def submit = (0..<mojos.length).collect { mojos.item(it) }.find { it.getElementsByTagName('goal').item(0).textContent == 'submit' }
    def parameters = submit.getElementsByTagName('parameter')
    def names = (0..<parameters.length).collect { parameters.item(it) }
        .findAll { it.getElementsByTagName('editable').item(0).textContent == 'true' }
        .collect { it.getElementsByTagName('name').item(0).textContent }
    assert names.size() > 60
    names.each { assert log =~ /(?m)^ +$it\b/ }
    ['Default: ', 'In a POM: ', 'On the command line: -D'].each { assert log.replaceAll(/\s+/, ' ').count(it) >= names.size() }

    def goals = { name, parent ->
        def found = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(zip.getInputStream(zip.getEntry(name))).getElementsByTagName('goal')
        (0..<found.length).collect { found.item(it) }.findAll { it.parentNode.nodeName == parent }*.textContent.sort()
    }
    assert goals('META-INF/m2e/lifecycle-mapping-metadata.xml', 'goals') == goals('META-INF/maven/plugin.xml', 'mojo')
}
return true
