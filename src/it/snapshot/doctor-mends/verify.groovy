import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def read = { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def kept = "${repository.root()}.worktrees/kept"

assert read('found').findings*.mended == [false, false]
assert read('mended').findings*.mended == [true, false]
assert !read('mended').healthy
assert repository.git('worktree', 'list', '--porcelain').readLines().findAll { it.startsWith('worktree ') } == ["worktree ${repository.root()}".toString(), "worktree $kept".toString()]
assert repository.git('worktree', 'list', '--porcelain').contains('locked')
repository.fsck()

def log = new File(basedir, 'build.log').text
assert log.contains('worktree gone: it is gone, and git still knows of it\n  With -Dsnapshot.fix=true git forgets it, as git worktree prune does')
assert log.contains('mended: worktree gone: it is gone, and git still knows of it')
assert log.contains("when that is over:  git worktree unlock $kept")
assert log.contains('2 findings, 1 mended')
return true
