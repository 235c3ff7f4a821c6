import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def record = new JsonSlurper().parse(new File(basedir, ".slurm/$launch/launch.json"))

// Slurm was asked for what the launcher's block says, and for nothing that it leaves open
def words = record.attempts[0].parts*.sbatch*.split(' ')
assert words.size() == 1
assert words[0].findAll { it =~ /^--(array|time|nodes|ntasks|cpus|mem|partition|mail)/ } == [
    '--array=0-5%4', '--time=5', '--nodes=1', '--ntasks-per-node=1', '--cpus-per-task=2', '--mem=1GB', '--partition=debug',
    '--mail-user=me@example.org', '--mail-type=FAIL']
assert !words[0].any { it =~ /^--(gpus|gres|qos|account|error|signal)/ }
def from = record.settings.collectEntries { [it.key, it.from] }
assert from['slurm.timeoutMin'] == 'conf/config.yaml:24:5 timeout_min'
assert from['slurm.name'] == null // Hydra's to give
assert from['snapshot.symlinkPaths'] == 'conf/config.yaml:46:7 symlink_paths'

// the tasks ran from the snapshot, with the setup's lines before them and the linked folders around them
def worktree = new File(record.code.worktree)
['outputs', 'multirun', '.submitit'].each {
    assert new File(worktree, it).toPath().toRealPath() == new File(basedir, it).toPath().toRealPath()
}
(0..<6).each {
    def point = "lr=${it < 3 ? 0.1 : 0.01} seed=${it % 3}"
    assert new File(basedir, "multirun/$launch/$it/words").text == "2 --out={} $point\n"
    assert new File(basedir, "outputs/${it}.txt").text == 'as it was at submit'
}

// the snapshot has its prefix, and is at the remote
def git = GitFixture.at(basedir.toPath())
assert record.code.snapshot ==~ /(refs.heads.)?slurm-job-\d{8}-\d{6}/
assert git.git('ls-remote', 'origin').contains(record.code.commit)
git.fsck()
return true
