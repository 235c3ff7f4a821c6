import groovy.json.JsonSlurper

def launches = new File(basedir, '.slurm').list().findAll { it ==~ /(first|second|third)-.*/ }.sort()
assert launches.size() == 3 // once each, at the root, and none in a module
def seen = { int launch, String name -> new File(basedir, "multirun/${launches[launch]}/0/$name").text }
assert seen(0, 'seen') == 'lib'
assert seen(1, 'seen') == 'lib'
assert seen(2, 'seen') == 'check'
def record = new JsonSlurper().parse(new File(basedir, ".slurm/${launches[0]}/launch.json"))
assert seen(0, 'arguments') == "--fast x=1 4 $record.code.directory"
assert !new File(basedir, 'app/.slurm').exists()
def log = new File(basedir, 'build.log').text
assert log.contains('No module of this build has the class it.app.Nope: there are sim, app, lib.')
assert log.contains("There is no module 'nope' in this build: there are sim, app, lib.")
return true
