package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launch that does not come about leaves nothing, and takes nothing of anybody's with it. */
class TracesTest {

    @TempDir
    Path project;

    private Path output;

    @BeforeEach
    void an_output_folder() {
        output = project.resolve("multirun");
    }

    private Traces before() {
        return Traces.before(project, List.of(Path.of("multirun")));
    }

    private void remove(Traces traces) throws IOException {
        traces.remove(new LaunchFolder(project, "sim-1"), Host.current());
    }

    @Test
    void a_new_folder_goes() throws IOException {
        Traces traces = before();
        Files.createDirectory(output);

        remove(traces);

        assertThat(output).doesNotExist();
    }

    @Test
    void one_that_was_there_stays() throws IOException {
        Files.createDirectory(output);

        remove(before());

        assertThat(output).isDirectory();
    }

    @Test
    void one_in_which_somebody_has_something_by_now_stays() throws IOException {
        Traces traces = before();
        Files.createDirectories(output.resolve("of-another-launch"));

        remove(traces);

        assertThat(output.resolve("of-another-launch")).isDirectory();
    }

    @Test
    void a_link_to_a_disk_that_is_not_mounted_here_stays() throws IOException {
        Files.createSymbolicLink(output, project.resolve("not/mounted"));

        remove(before());

        assertThat(output).isSymbolicLink();
    }

    @Test
    void a_file_or_link_that_somebody_made_meanwhile_stays() throws IOException {
        Traces traces = before();
        Files.createFile(output);
        remove(traces);
        assertThat(output).isRegularFile();

        Files.delete(output);
        Files.createSymbolicLink(output, Files.createDirectory(project.resolve("elsewhere")));
        remove(traces);
        assertThat(output).isSymbolicLink();
    }
}
