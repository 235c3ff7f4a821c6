import groovy.json.JsonSlurper

def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def record = new JsonSlurper().parse(new File(basedir, ".slurm/$launch/launch.json"))

// the command line over the file over the YAML over the POM, each parameter in its first place; the seed is written down
assert record.sweep.size() == 1
assert record.sweep[0] ==~ /lr=0\.5,0\.5,1e-3; seed=1,2; extra=shuffle\(choice\(x,y\),seed=\d+\)/
def tasks = new File(basedir, ".slurm/$launch/tasks.jsonl").readLines().collect { new JsonSlurper().parseText(it) }
def points = tasks*.parameters
assert points*.keySet()*.toList().unique() == [['lr', 'seed', 'extra']]
assert points.collect { [it.lr, it.seed] } == [[0.5, 2], [0.5, 2], [0.001, 1], [0.001, 1], [0.001, 2], [0.001, 2]]
assert points*.extra.toSet() == ['x', 'y'] as Set
tasks.each {
    assert new File(basedir, "multirun/$launch/${it.task}/words").text == "${it.parameters.lr == 0.5 ? '0.5' : '0.001'} ${it.parameters.seed} {word}\n"
}
def log = new File(basedir, 'build.log').text
assert log.contains("excluded by 'lr=0.5; seed=1': 4 points")
assert log.contains('2 points of the sweep came before, and are not run a second time')
return true
