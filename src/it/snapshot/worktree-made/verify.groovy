import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/snapshot.json'))
def results = (1..2).collect { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def path = new File(results[0].path)
def worktree = GitFixture.at(path.toPath())

// only the link's targets are new
GitFixture.LINKED.each { assert new File(basedir, it).directory }
assert new File(basedir, 'multirun').list().length == 0
repository.delete('multirun').delete('.slurm')
assert repository.fingerprint().without(result.ref).withoutBuild() == context.before

assert path.parentFile == new File("${repository.root()}.worktrees")
assert path.name == result.commit.substring(0, 12)
assert results[1] == results[0]
assert repository.git('worktree', 'list').readLines().size() == 2
assert repository.git('worktree', 'list', '--porcelain').contains("worktree $path\nHEAD $result.commit\ndetached")

assert worktree.git('rev-parse', 'HEAD') == result.commit
assert worktree.git('status', '--porcelain').isBlank()
assert worktree.tree() == result.tree
assert new File(path, 'code.txt').text == 'edited'
assert worktree.path('run.sh').toFile().canExecute()
assert !worktree.path('deleted.txt').toFile().exists()
assert worktree.path('outputs').toRealPath().toFile() == repository.path('outputs').toFile()
assert new File(path, 'outputs/earlier.txt').text == 'stays here'
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains("worktree $path")
assert log.contains("worktree, there already: $path")

// git can take it away, and the user's files with it stay
repository.git('worktree', 'remove', path.path)
assert !path.exists()
assert new File(basedir, 'outputs/earlier.txt').text == 'stays here'
return true
