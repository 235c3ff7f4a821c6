def log = new File(basedir, 'build.log').text
['create', 'worktree', 'list', 'diff', 'verify', 'prune', 'help'].collect { "snapshot:$it" }.each { assert log.contains(it) }
['branchPrefix', 'symlinkPaths', 'pushToRemote', 'secrets', 'maxFileSize', 'exclude'].each { assert log =~ /(?m)^ +$it/ }
['-Dsnapshot.secrets=allow', '<maxFileSize>2GB</maxFileSize>'].each { assert log.contains(it) }
assert !log.contains('(no description available)')
return true
