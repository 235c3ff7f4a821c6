package io.github.snapsweep.config;

import static io.github.snapsweep.slurm.SbatchOption.NODELIST;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    Path directory;

    private Given given;

    @BeforeEach
    void empty() {
        given = new Given(directory);
    }

    @Test
    void othersPropertiesArePassedOver() {
        given.property("skipTests", "true").property("maven.slurm.x", "1").property("slurmish", "1");
        assertThat(given.slurm().run().skip()).isFalse();
    }

    @Test
    void listsAreSplitAtCommas() {
        given.property("slurm.arguments", "a, b=[1,2],\"c,d\",f(x,y),''");
        given.property("slurm.mainClass", "Main");
        assertThat(((Program.MainClass) given.slurm().requireProgram()).arguments())
                .containsExactly("a", "b=[1,2]", "c,d", "f(x,y)", "");
    }

    @Test
    void linesAreSplitAtLineEndsToo() {
        given.property("slurm.setup", "module load a,export B='x,y'\nulimit -n 100");
        assertThat(given.slurm().surroundings().setup())
                .containsExactly("module load a", "export B='x,y'", "ulimit -n 100");
    }

    @Test
    void anEmptyTextIsAnEmptyList() {
        given.property("snapshot.symlinkPaths", "");
        assertThat(given.snapshot().worktree().symlinkPaths()).isEmpty();
        assertThat(given.read().origin("snapshot.symlinkPaths")).contains(new Origin("-Dsnapshot.symlinkPaths"));
    }

    @Test
    void mapsComeFromDottedKeys() {
        given.property("slurm.additionalParameters.mail-user", "me@x")
                .property("slurm.env.A", "")
                .property("slurm.env.B", "1,2");
        assertThat(given.slurm().job().additionalParameters()).isEqualTo(Map.of("mail-user", "me@x"));
        assertThat(given.slurm().surroundings().env()).isEqualTo(Map.of("A", "", "B", "1,2"));
    }

    @Test
    void aTextStaysWhole() {
        given.property("slurm.nodelist", "node[1,2],node5");
        assertThat(given.slurm().job().options()).containsEntry(NODELIST, "node[1,2],node5");
    }

    @Test
    void timesHaveUnits() {
        given.property("snapshot.pushTimeout", "2m").property("snapshot.olderThan", "30d");
        assertThat(given.snapshot().push().timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(given.snapshot().prune().olderThan()).contains(Duration.ofDays(30));
    }

    @Test
    void aSweepIsLeftAsItIs() {
        String sweep = "lr=0.1,0.01 seed=range(0,10) x=${y}";
        assertThat(given.property("sweep", sweep).slurm().sweep().texts()).containsExactly(sweep);
    }

    @Test
    void aSweepHasALongNameToo() {
        assertThat(given.property("slurm.sweep", "a=1,2").slurm().sweep().texts())
                .containsExactly("a=1,2");
    }

    @Test
    void pathsStartFromTheProject() {
        given.property("slurm.resultFile", "target/r.json").property("snapshot.worktreeDir", "/scratch/wt");
        assertThat(given.slurm().run().resultFile()).contains(directory.resolve("target/r.json"));
        assertThat(given.snapshot().worktree().directory()).contains(Path.of("/scratch/wt"));
    }
}
