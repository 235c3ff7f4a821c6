import io.github.snapsweep.fixture.GitFixture

GitFixture.in(basedir.toPath())
    .write('.gitignore', 'build.log\n*.groovy\n*.properties\n')
    .write('code.txt', 'committed\n')
    .commit('first')
// a machine without Slurm: all programs but its own
def bare = new File(basedir, '../../../bare').canonicalFile
bare.mkdirs()
['/bin', '/usr/bin', '/usr/local/bin'].each { folder ->
    new File(folder).listFiles().each { program ->
        def link = new File(bare, program.name).toPath()
        if (!(program.name in ['sbatch', 'squeue', 'sacct', 'scancel', 'scontrol', 'sinfo', 'srun'])
                && !java.nio.file.Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            java.nio.file.Files.createSymbolicLink(link, program.toPath())
        }
    }
}
return true
