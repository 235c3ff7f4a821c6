def log = new File(basedir, 'build.log').text
['snapshot:create', 'snapshot:worktree', 'snapshot:prune', 'snapshot:help'].each { assert log.contains(it) }
['branchPrefix', 'symlinkPaths', 'pushToRemote', 'secrets', 'maxFileSize', 'exclude'].each { assert log =~ /(?m)^ +$it/ }
['-Dsnapshot.secrets=allow', '<maxFileSize>2GB</maxFileSize>'].each { assert log.contains(it) }
assert !log.contains('(no description available)')
return true
