import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def launch = new File(basedir, '.slurm').list().find { it.startsWith('sim-') }
def report = new File(basedir, ".slurm/$launch/report.html")
def page = report.text

// the page: one file with what ran, and no secret
assert new File(new JsonSlurper().parse(new File(basedir, 'report.json')).file).canonicalFile == report.canonicalFile
assert page.contains('+and changed')
assert page.contains('Not shown, since their names are those of secrets: .env')
assert !page.contains('hunter2') && !page.contains('4711-0815')
assert page.contains('{"name":"size","values":[64,64,64,64,128,128,128,128]}')
assert page.contains('{"name":"loss","values":[0.5,0.5,0.6,0.6,0.5,0.5,0.6,null]}')
assert page.contains('{"name":"cost","values":[1.0,2.0,1.0,2.0,1.0,2.0,1.0,2.0]}')
assert page.contains('"logs/0/7.out"')
assert new File(report.parentFile, 'logs/0/7.out').file
assert page.contains('task 7: metrics.json: it is no JSON')
assert !(page =~ /(src|href)="?https?:/)

// the table
assert log =~ /(?m)^\[INFO\] +task +state +size +p +seed +loss +cost +seconds$/
assert log =~ /(?m)^\[INFO\] +0 +completed +64 +0.5 +1 +0.5 +1 +\d+$/
assert log =~ /(?m)^\[WARNING\] task 7: metrics.json: it is no JSON/
def csv = new File(basedir, 'out/results.csv').readLines()
assert csv[0] == 'task,state,size,p,seed,loss,cost,seconds'
assert csv[8].startsWith('7,failed,128,0.6,2,,2,')
def told = new JsonSlurper().parse(new File(basedir, 'results.json'))
assert told.measured == 8 && told.metrics == ['loss', 'cost'] && told.faults.size() == 1

// what was asked for has no mark of Maven before it
assert log =~ /(?m)^\{"task":0,"state":"completed","exit":0,/

// what a user gets wrong
assert log.contains('"xlsx" is not accepted; slurm.format takes table or csv or json.')
assert log =~ /The file .*code.txt.report.html cannot be written/
assert log.contains('Name another one:  -Dslurm.reportFile=FILE')
assert !log.contains('\tat io.github.snapsweep')
return true
