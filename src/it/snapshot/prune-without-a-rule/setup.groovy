import io.github.snapsweep.fixture.GitFixture

def repository = GitFixture.in(basedir.toPath()).write('.gitignore', 'build.log\ntarget/\n')
['20260101', '20260201'].each { day ->
    repository.write('code.txt', day)
        .commit(day)
        .then('update-ref', '--create-reflog', '-m', 'snapsweep: created', "refs/heads/slurm-job-$day-000000".toString(), 'HEAD')
}
context.before = repository.fingerprint().withoutBuild()
return true
