import io.github.snapsweep.fixture.GitFixture

assert GitFixture.at(basedir.toPath()).fingerprint().withoutBuild() == context.before

def log = new File(basedir, 'build.log').text
assert log.contains('There is no snapshot in this repository yet.')
assert !log.contains('\tat ') // no stack trace
return true
