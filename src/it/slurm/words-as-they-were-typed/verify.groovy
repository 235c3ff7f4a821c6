def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def said = (0..<3).collect { new File(basedir, "multirun/$launch/$it/said").readLines() }
assert said == ['${project.version}', '${user.home}', '${nobody.knows}'].collect { ['$' + it, it, '${basedir}', '1'] }
return true
