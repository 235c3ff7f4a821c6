import groovy.json.JsonSlurper

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def folder = new File(basedir, ".slurm/$launch")
def record = new JsonSlurper().parse(new File(folder, 'launch.json'))
def (build, tasks) = record.attempts[0].parts
def mark = new JsonSlurper().parse(new File(folder, 'build.json'))
assert mark.exit == 0 && mark.job
[1, 2].each { x ->
    assert new File(basedir, "multirun/$launch/${x - 1}/x").text == "x=$x built by job $mark.job"
}
assert build.tasks == '' && tasks.tasks == '0-1'
assert build.sbatch.contains('--mem=100') && !tasks.sbatch.contains('--mem=100')
assert tasks.sbatch.contains("--dependency=afterok:$build.job")
assert new File(basedir, 'build.log').text.contains("the build is job $build.job; the tasks wait for it")
assert !new File(basedir, 'target/classes').exists()
return true
