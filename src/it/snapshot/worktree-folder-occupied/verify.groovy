import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def results = (1..2).collect { new JsonSlurper().parse(new File(basedir, "target/${it}.json")) }
def occupied = new File("${repository.root()}.worktrees/${repository.git('rev-parse', '--short=12', 'HEAD')}")

assert occupied.list() as List == ['mine.txt']
assert new File(occupied, 'mine.txt').text == 'mine'
assert results*.path == ["$occupied-2".toString()] * 2
assert new File("$occupied-2/code.txt").text == 'committed'
assert repository.git('worktree', 'list').readLines().size() == 2
repository.fsck()
return true
