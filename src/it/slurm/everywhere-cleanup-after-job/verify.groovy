import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def folder = { name -> new File(basedir, '.slurm').listFiles().find { it.name.startsWith("$name-") } }
def said = { name ->
    def logs = new File(folder(name), 'logs/cleanup').listFiles()
    logs ? logs.collect { it.text }.join() : ''
}
// nobody of ours runs any more: the jobs clean up by themselves
def deadline = System.currentTimeMillis() + 120_000
while (System.currentTimeMillis() < deadline && !(said('sim').contains('the branch') && said('untidy').contains('stays'))) {
    Thread.sleep(1000)
}

assert said('sim') =~ /the worktree .* is removed\n.*the branch .* is removed/
assert said('untidy').contains('stays: it holds work that is in no snapshot')
def worktrees = repository.git('worktree', 'list').readLines()
assert worktrees.size() == 2
assert new File(worktrees[1].split(' ')[0], 'notes.txt').text == 'work\n'
assert repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/slurm-job-*').readLines().size() == 1
(0..1).each { assert new File(basedir, "multirun/${folder('sim').name}/$it/code").text == 'edited\n' }
repository.fsck()
return true
