import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\ntarget/\n')
    .write('staged.txt', 'staged')
    .stage('staged.txt')
    .write('code.txt', 'never committed')
context.before = repository.fingerprint().withoutBuild()
return true
