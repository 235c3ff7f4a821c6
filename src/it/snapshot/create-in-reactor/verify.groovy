import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def branches = repository.git('for-each-ref', '--format=%(refname)', 'refs/heads').readLines() - 'refs/heads/main'
assert branches.collect { it.replaceAll(/refs.heads.|-\d{8}-\d{6}$/, '') } == ['bound', 'module', 'root']
assert branches.inject(repository.fingerprint()) { print, ref -> print.without(ref) }.withoutBuild() == context.before

def root = new JsonSlurper().parse(new File(basedir, 'target/root.json'))
def module = new JsonSlurper().parse(new File(basedir, 'two/target/module.json'))
['root', 'module'].each { assert !new File(basedir, "one/target/${it}.json").exists() }
assert root.tree == repository.tree()
assert module.tree == repository.tree() // all of the repository, wherever it is taken from
repository.fsck()
return true
