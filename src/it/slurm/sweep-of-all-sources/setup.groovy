import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\n')
    .write('snapsweep.yaml', 'sweep:\n  seed: [1, 2]\n  extra: [a, b]\n')
    .write('wide.txt', '# over the YAML\nextra=shuffle(choice(x,y))\n')
    .write('task.sh', '#!/bin/sh\necho "$*" >"$SNAPSWEEP_OUTPUT/words"\n')
    .commit('first')
assert 'chmod +x task.sh'.execute(null, basedir).waitFor() == 0
return true
