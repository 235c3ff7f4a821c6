def log = new File(basedir, 'build.log').readLines()*.replaceFirst(/^\[ERROR] ?/, '').join('\n')
assert log.contains('The sweep cannot be read: rnage: there is no such function.\n'
        + '    lr=0.1,0.01 seed=rnage(0,10)\n'
        + '                     ^\n'
        + '  Did you mean range?')
assert !log.contains('\tat ')
assert !new File(basedir, '.slurm').exists()
return true
