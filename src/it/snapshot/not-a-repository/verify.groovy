// Maven 4 makes target itself
assert (basedir.list() as Set) - 'target' == context.before

def log = new File(basedir, 'build.log').text
assert log.count("$basedir.canonicalPath is not in a git repository") == 3
assert log.contains('git init')
assert log.contains('-Dsnapshot.enabled=false')
assert !log.contains('\tat ') // no stack trace
return true
