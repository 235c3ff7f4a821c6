import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def result = new JsonSlurper().parse(new File(basedir, 'target/verify.json'))
def worktree = "${repository.root()}.worktrees/edited"

assert !result.holds
assert result.proofs*.holds == [true, true, true, true, false, true]
assert repository.fingerprint().withoutBuild() == context.before

def log = new File(basedir, 'build.log').text
assert log.contains("NOT so: the worktree $worktree holds the snapshot and nothing else")
assert log.contains('1 of 6 proofs failed')
assert log.contains('mvn snapshot:worktree  makes a clean one')
assert !log.contains('\tat ') // no stack trace
return true
