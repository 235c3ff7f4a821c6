import io.github.snapsweep.fixture.GitFixture

def aliases = (1..9).collect { n -> "a$n: &a$n [${(["*a${n - 1}"] * 9).join(', ')}]\n" }.join()
GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\nhuge.yaml\n')
    .write('aliases.yaml', 'a0: &a0 [lol]\n' + aliases)
    .write('deep.yaml', 'partition: ' + '[' * 200_000 + '\n')
    .commit('first')
new RandomAccessFile(new File(basedir, 'huge.yaml'), 'rw').withCloseable { it.setLength(4L << 30) } // takes no room
return true
