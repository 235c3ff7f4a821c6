import io.github.snapsweep.fixture.BuildLog
import io.github.snapsweep.fixture.GitFixture

def log = new File(basedir, 'build.log').text
def said = BuildLog.failures(basedir.toPath())
assert said == [
    'aliases.yaml: is not accepted: Number of aliases for non-scalar nodes exceeds the specified max=50.',
    'class.yaml:1:12: this cannot be read as YAML: Global tag is not allowed: tag:yaml.org,2002:javax.script.ScriptEngineManager.',
    'deep.yaml: is not accepted: Nesting Depth exceeded max 20.',
    'huge.yaml: cannot be read: it has more than 262144 bytes.'
].collect { 'A setting cannot be used:\n  ' + it }
assert !log.contains('\tat ') // no stack trace
assert !log.contains('OutOfMemory')

// nothing half-made is left
def git = GitFixture.at(basedir.toPath())
assert git.git('branch', '--list', 'slurm-job-*').isBlank()
assert git.git('worktree', 'list').readLines().size() == 1
['.slurm', 'multirun', 'outputs'].each { assert !new File(basedir, it).exists() }
new File(basedir, 'huge.yaml').delete()
git.fsck()
return true
