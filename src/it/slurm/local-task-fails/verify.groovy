def log = new File(basedir, 'build.log').text
assert log =~ /1 of 4 tasks of launch sim-[-0-9]+ failed: 2/
assert log.contains('tasks: 4 of 4 done, 1 failed')
assert log =~ /4 tasks: 3 completed, 1 failed/ // by slurm:status
assert log.contains('exit code 1')
return true
