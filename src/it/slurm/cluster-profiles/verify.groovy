import groovy.json.JsonSlurper

// each setting with who set it: file and line, the profile, the YAML file, the command line
def from = new JsonSlurper().parse(new File(basedir, 'alpha.json')).settings.collectEntries { [it.setting, it] }
def poms = new File(basedir, 'pom.xml').readLines()
def at = { String text -> 'pom.xml:' + (poms.findIndexOf { it.contains(text) } + 1) }
def is = { String name, String value, String origin ->
    assert from[name].value == value
    assert from[name].from == origin
}
is('slurm.partition', 'long', at('<partition>long') + ' <partition>, profile alpha')
is('slurm.account', 'physics', at('<account>') + ' <account>, profile alpha')
is('slurm.env.MODEL', 'large', at('<MODEL>large') + ' <MODEL>, profile alpha')
is('slurm.env.SEED', '3', '-Dslurm.env.SEED')
is('slurm.timeoutMin', '7', '-Dslurm.timeoutMin')
is('slurm.command', './simulate --fast', at('<command>') + ' <command>')
is('slurm.wait', 'true', at('<wait>') + ' <wait>')
is('slurm.setup', 'module load base, module load java/17', at('<setup combine') + ' <setup>, profile alpha')
is('slurm.qos', 'normal', 'snapsweep.yaml:1:1 qos')
is('slurm.nodes', '1', 'default')
is('snapshot.branchPrefix', 'general', at('<branchPrefix>') + ' <branchPrefix>')

// a list of a profile replaces that of the POM, unless it says combine.children="append"
def lines = new File(basedir, 'build.log').readLines().collect { it.replaceAll(/^\[INFO\] +/, '').replaceAll(/  +/, '  ').trim() }
def beta = lines.subList(lines.findLastIndexOf { it.startsWith('setting') }, lines.size())
assert beta.contains("slurm.executor  local  ${at('<executor>')} <executor>, profile beta".toString())
assert beta.any { it ==~ /slurm\.setup  \. ~\/beta\.sh  pom\.xml:\d+ <setup>, profile beta/ }
assert beta.contains("slurm.partition  debug  ${at('<partition>debug')} <partition>".toString())

// what is a secret by its name is not printed
is('slurm.env.API_TOKEN', '(hidden)', '-Dslurm.env.API_TOKEN')
assert !new File(basedir, 'build.log').text.contains('hunter2')
return true
