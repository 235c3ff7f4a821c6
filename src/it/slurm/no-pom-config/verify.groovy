import groovy.json.JsonSlurper

assert !new File(basedir, 'pom.xml').exists()
def settings = new JsonSlurper().parse(new File(basedir, 'target/config.json')).settings.collectEntries { [it.setting, [it.value, it.from]] }
assert settings['slurm.nodes'] == ['2', '-Dslurm.nodes']
assert settings['slurm.partition'] == ['long', 'snapsweep.yaml:2:3 partition']
assert settings['slurm.timeoutMin'] == ['60', 'default']
return true
