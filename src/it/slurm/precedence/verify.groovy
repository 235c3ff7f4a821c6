import groovy.json.JsonSlurper

def settings = { new JsonSlurper().parse(new File(basedir, "target/${it}.json")).settings.collectEntries { [it.setting, [it.value, it.from]] } }
def poms = new File(basedir, 'pom.xml').readLines()
def at = { String text -> 'pom.xml:' + (poms.findIndexOf { it.contains(text) } + 1) }

def all = settings('all')
assert all['slurm.nodes'] == ['1', 'default']
assert all['slurm.timeoutMin'] == ['2', at('<timeoutMin>') + ' <timeoutMin>'] // the POM over the default
assert all['slurm.qos'] == ['profile', at('<qos>profile') + ' <qos>, profile profile'] // a profile over the rest of the POM
assert all['slurm.account'] == ['yaml', 'snapsweep.yaml:1:1 account'] // the YAML file over the POM
assert all['slurm.constraint'] == ['cluster', 'snapsweep.yaml:6:5 constraint'] // its section for the cluster over the rest of it
assert all['slurm.gres'] == ['line', '-Dslurm.gres'] // the command line over all

// with another file the usual one counts for nothing
def other = settings('other')
assert other['slurm.account'] == ['other', 'conf/other.yaml:1:1 account']
assert other['slurm.constraint'] == ['profile', at('<constraint>profile') + ' <constraint>, profile profile']
assert other['slurm.gres'] == ['line', '-Dslurm.gres']

// a text, a list, a map's entry, a time, a flag, what is nested, and what is taken back
def line = settings('line')
assert line['slurm.partition'] == ['line', '-Dslurm.partition']
assert line['slurm.setup'] == ['line', '-Dslurm.setup']
assert line['slurm.env.SEED'] == ['2', '-Dslurm.env.SEED']
assert line['slurm.env.MODEL'] == ['pom', at('<MODEL>') + ' <MODEL>, profile line']
assert line['slurm.additionalParameters.mail-user'] == ['line', '-Dslurm.additionalParameters.mail-user']
assert line['slurm.additionalParameters.licenses'] == ['pom', at('<licenses>') + ' <licenses>, profile line']
assert line['snapshot.pushTimeout'] == ['90s', '-Dsnapshot.pushTimeout']
assert line['snapshot.branchPrefix'] == ['line', '-Dsnapshot.branchPrefix']
assert line['snapshot.symlinkPaths'] == ['', '-Dsnapshot.symlinkPaths']
assert line['slurm.wait'] == ['false', '-Dslurm.wait']
assert !line.containsKey('slurm.mainClass')
return true
