import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.at(basedir.toPath())
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def log = new File(basedir, 'build.log').text

assert log.count('removed the worktree ') == 2
assert log =~ /the worktree .* is gone; made again as /
assert new File(basedir, "multirun/$launch/1/code").text == 'edited\n' * 2
assert repository.git('worktree', 'list').readLines().size() == 1
assert !new File("${repository.root()}.worktrees").exists()
assert repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/slurm-job-*').readLines().size() == 1
repository.fsck()
return true
