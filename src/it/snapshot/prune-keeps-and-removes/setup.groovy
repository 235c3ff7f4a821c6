import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath()).write('.gitignore', 'build.log\ntarget/\n')
['20260101', '20260201'].each { day ->
    repository.write('code.txt', day)
        .commit(day)
        .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', "refs/heads/slurm-job-$day-000000".toString(), 'HEAD')
}
// a branch of the user's, with the name of a snapshot
repository.then('branch', 'slurm-job-20251231-000000', 'main')
    .settle()
    .write('code.txt', 'edited')
    .write('outputs/earlier.txt', 'stays here')
context.before = repository.fingerprint().withoutBuild()
return true
