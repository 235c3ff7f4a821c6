def launch = { name -> new File(basedir, 'multirun').list().find { it.startsWith(name) } }
def ended = { name, task -> new File(basedir, "multirun/${launch(name)}/$task/ended").text.trim() as long }
assert ended('second', 0) > ended('first', 0)
assert !new File(basedir, '.slurm').list().any { it.startsWith('third') }
assert ended('fourth', 0) > ended('second', 0)
def log = new File(basedir, 'build.log').text
assert log.contains("1 tasks of launch ${launch('second')}, named by -Dslurm.after, have not ended well")
assert new File(basedir, ".slurm/${launch('second')}/launch.json").text =~ /--dependency=afterok:\d+/
return true
