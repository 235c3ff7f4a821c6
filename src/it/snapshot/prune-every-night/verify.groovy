import groovy.json.JsonSlurper
import io.github.snapsweep.fixture.GitFixture

['none', 'young'].each {
    def result = new JsonSlurper().parse(new File(basedir, "target/${it}.json"))
    assert result.goal == 'snapshot:prune'
    assert result.removed == []
    assert !result.containsKey('problem')
}
assert GitFixture.at(basedir.toPath()).git('branch', '--list', 'slurm-job-*').readLines().size() == 1
return true
