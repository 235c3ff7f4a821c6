def log = new File(basedir, 'build.log').text
assert log.contains('slurm:submit')
['partition', 'memGb', 'mainClass', 'sweep', 'additionalParameters'].each { assert log =~ /(?m)^ +$it/ }
assert !log.contains('(no description available)')
return true
