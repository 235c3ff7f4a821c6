def log = new File(basedir, 'build.log').text
assert log.contains('There is no snapshot in this repository yet.')
assert log.contains("There is no snapshot 'slurm-job-20260101-000001'.")
assert log =~ /The newest are: slurm-job-\d{8}-\d{6}  \(-Dsnapshot.name=NAME\)/
assert !log.contains('\tat ') // no stack trace
return true
