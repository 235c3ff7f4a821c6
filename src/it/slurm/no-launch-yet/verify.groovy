def log = new File(basedir, 'build.log').text
assert log.count("There is no launch in ${basedir.toPath().toRealPath()} yet.") >= 8
assert !log.contains('\tat io.github.snapsweep') // no stack trace
assert !new File(basedir, '.slurm').exists()
return true
