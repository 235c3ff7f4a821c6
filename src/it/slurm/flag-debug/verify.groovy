def log = new File(basedir, 'build.log').text
def debug = { String words -> log =~ /(?m)^.*DEBUG.* $words.* -> 0 in \d+ ms/ }
assert debug('git ') // the push
assert debug("sh -c 'sed s\\/a\\/a\\/'") // the filter
assert debug('bash ') // the task
assert !log.contains('open-sesame')

assert !log.contains('SLF4J')
assert !log.contains('validation issue')
assert log.readLines().findAll { it.contains('launch sim-') }.every { !it.contains('\u001b[') || it.startsWith('\u001b[') }
assert log.contains('1 task: 1 completed') // without the network
return true
