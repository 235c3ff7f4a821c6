import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\ntarget\n')
    .write('target/classes/it/Sim.class', 'compiled')
    .write('src/main/java/it/Sim.java', 'package it; class Sim {} // edited since')
    .commit('first')
new File(basedir, 'target/classes/it/Sim.class').lastModified = System.currentTimeMillis() - 60_000
return true
