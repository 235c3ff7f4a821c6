import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def results = ['base', 'files'].collect { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def snapshot = results[0].name

assert repository.fingerprint().without("refs/heads/$snapshot").withoutBuild() == context.before
assert results*.commit.unique() == [repository.git('rev-parse', snapshot)]
assert results[0].against == repository.git('rev-parse', 'HEAD')
assert results[0].changed == ['code.txt']
assert results[0].added.contains('odd \u00e9.txt')
assert [results[1].changed, results[1].added, results[1].deleted] == [[], [], []]
repository.fsck()

// what git prints, with nothing before a line
def log = new File(basedir, 'build.log').getText('UTF-8')
def diff = repository.git('diff', results[0].against, snapshot)
assert log.contains(diff)
assert diff.contains('\n+two\n') && diff.contains('\n+Gr\u00fc\u00dfe')
assert log.contains('[INFO] nothing differs')
assert log.contains("[INFO] - lines: slurm-job-20260101-000000 (")
assert log =~ /(?m)^ code.txt +\| +1 \+$/
assert log.contains("There is nothing called 'nowhere' to compare with")
assert !log.contains('\tat ') // no stack trace
return true
