import io.github.snapsweep.fixture.BuildLog
import io.github.snapsweep.fixture.GitFixture

def log = new File(basedir, 'build.log').text
def said = BuildLog.failures(basedir.toPath())
def poms = new File(basedir, 'pom.xml').readLines()
def at = { String text -> 'pom.xml:' + (poms.findIndexOf { it.contains(text) } + 1) }

assert said[0] == """\
    12 settings cannot be used:
      -Dslurm.partitoin: there is no such setting; did you mean -Dslurm.partition?
      ${at('<acount>')} <acount>, profile slips: there is no such setting; did you mean account?
      slips.yaml:5:3 remot: there is no such setting; did you mean remote?
      slips.yaml:9:5 time_out_minutes: there is no such setting; did you mean timeoutMin?
      slips.yaml:1:1 partition: a list is not accepted; slurm.partition takes a text of one line.
      slips.yaml:2:1 array_parallelism: "0" is not accepted; slurm.arrayParallelism takes a whole number of at least 1.
      slips.yaml:3:1 executor: "pbs" is not accepted; slurm.executor takes auto or slurm or local.
      slips.yaml:6:3 max_file_size: "big" is not accepted; snapshot.maxFileSize takes a size such as 500kB, 100MB, 1.5GB or 2GiB.
      slips.yaml:10:5 tasks_per_node: "many" is not accepted; slurm.tasksPerNode takes a whole number of at least 1.
      -Dsnapshot.pushTimeout: "90" is not accepted; snapshot.pushTimeout takes a time such as 90s, 15m, 2h, 1d, 1h30m or 01:30:00.
      ${at('<nodes>')} <nodes>, profile slips: "two" is not accepted; slurm.nodes takes a whole number of at least 1.
      -Dslurm.memPerCpu: slurm.memPerCpu and slurm.memGb (-Dslurm.memGb) exclude each other; leave one, or take one back with\
 -Dslurm.memGb= or -Dslurm.memPerCpu=.""".stripIndent()
assert said[1] == "A setting cannot be used:\n  -Dslurm.config: there is no file ${new File(basedir, 'none.yaml').canonicalPath}."
assert said[2] == 'A setting cannot be used:\n  -Dslurm.cluster: there is no cluster alhpa in the settings file; did you mean alpha?'
assert said[3] == '2 settings cannot be used:\n' +
    '  twice.yaml:4:1 nodes: nodes is set already, by twice.yaml:2:1 nodes; leave one of the two.\n' +
    '  twice.yaml:3:1 timeoutMin: slurm.timeoutMin is set already, by twice.yaml:1:1 timeout_min; leave one of the two.'
assert said[4] == 'A setting cannot be used:\n  unclosed.yaml:2:4: this cannot be read as YAML:' +
    " expected ',' or ']', but got : (while parsing a flow sequence)."
assert said.size() == 5
assert !log.contains('\tat ') // no stack trace

// nothing half-made is left
def git = GitFixture.at(basedir.toPath())
assert git.git('branch', '--list', 'slurm-job-*').isBlank()
assert git.git('worktree', 'list').readLines().size() == 1
['.slurm', 'multirun', 'outputs'].each { assert !new File(basedir, it).exists() }
git.fsck()
return true
