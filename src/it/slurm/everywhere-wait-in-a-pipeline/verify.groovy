import groovy.json.JsonSlurper

def submit = new JsonSlurper().parse(new File(basedir, 'target/submit.json'))
assert submit.resultSchema == 1
assert submit.goal == 'slurm:submit'
assert !submit.containsKey('problem')

def waited = new JsonSlurper().parse(new File(basedir, 'target/wait.json'))
assert waited.goal == 'slurm:wait'
assert waited.problem.startsWith("Task 1 of launch $submit.launch did not end well.")
assert waited.launch.launch == submit.launch
assert waited.tasks*.state == ['completed', 'failed', 'completed']
return true
