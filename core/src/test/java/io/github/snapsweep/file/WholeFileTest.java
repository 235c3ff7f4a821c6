package io.github.snapsweep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void is_written_with_the_folders_to_it() throws IOException {
        Path file = folder.resolve("a/b/file");

        WholeFile.write(file, out -> out.write("new\n"));

        assertThat(file).hasContent("new");
    }

    @Test
    void stays_as_it_was_when_what_is_to_be_in_it_fails() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old\n");

        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file, out -> {
                    out.write("half");
                    throw new IOException("no room");
                }));

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void is_the_old_one_until_all_of_the_new_one_is_there() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old\n");

        WholeFile.write(file, out -> {
            out.write("new\n");
            out.flush();
            assertThat(file).hasContent("old");
        });

        assertThat(file).hasContent("new");
    }

    @Test
    void is_what_a_link_leads_to() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));

        WholeFile.write(link, out -> out.write("new\n"));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void of_ones_own_takes_the_place_of_a_link() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        WholeFile.replace(link, out -> out.write("new\n"));

        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(link).hasContent("new");
        assertThat(elsewhere).hasContent("precious");
    }

    @Test
    void may_be_a_pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        WholeFile.write(pipe, out -> out.write("new\n"));

        assertThat(read.get()).isEqualTo("new\n");
        assertThat(names()).containsExactly("pipe");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList().stream();
        }
    }
}
