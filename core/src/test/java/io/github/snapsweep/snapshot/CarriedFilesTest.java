package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriedFilesTest {

    @TempDir
    Path folder;

    private Path project;
    private Path worktree;

    @BeforeEach
    void trees() throws IOException {
        project = Files.createDirectories(folder.resolve("user/sub"));
        worktree = Files.createDirectories(folder.resolve("worktree/sub"));
    }

    private Path write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }

    private CarriedFiles carried(String... paths) {
        return new CarriedFiles(project, Stream.of(paths).map(Path::of).toList());
    }

    @Test
    void filesComeWithModeAndTimeAndLinksAsLinks() throws IOException {
        Path tool = write("built/bin/tool", "#!/bin/sh\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setLastModifiedTime(tool, FileTime.fromMillis(1_000_000_000_000L));
        Files.createSymbolicLink(project.resolve("built/away"), Path.of("/etc/hostname"));

        List<CarriedPath> got = carried("built").copy(worktree);

        assertThat(got).singleElement().satisfies(path -> {
            assertThat(path.path()).isEqualTo("built");
            assertThat(path.files()).isEqualTo(2);
            assertThat(path.bytes()).isEqualTo(10);
        });
        Path copy = worktree.resolve("built/bin/tool");
        assertThat(copy).hasSameBinaryContentAs(tool);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rwxr-x---");
        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(FileTime.fromMillis(1_000_000_000_000L));
        assertThat(Files.readSymbolicLink(worktree.resolve("built/away"))).isEqualTo(Path.of("/etc/hostname"));
    }

    @Test
    void whatTheSnapshotHasStaysAsTheSnapshotHasIt() throws IOException {
        write("data/tracked.txt", "edited since");
        write("data/ignored.bin", "data");
        Files.createDirectories(worktree.resolve("data"));
        Files.writeString(worktree.resolve("data/tracked.txt"), "as captured");

        assertThat(carried("data").copy(worktree).get(0).files()).isEqualTo(1);

        assertThat(worktree.resolve("data/tracked.txt")).hasContent("as captured");
        assertThat(worktree.resolve("data/ignored.bin")).hasContent("data");
    }

    @Test
    void nothingIsWrittenThroughALinkOfTheWorktree() throws IOException {
        write("outputs/old/result", "old");
        Files.createSymbolicLink(worktree.resolve("outputs"), project.resolve("outputs"));

        assertThatThrownBy(() -> carried("outputs/old").copy(worktree))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "'outputs/old' is to be carried to the worktree, but all of it is there already");
    }

    @Test
    void theKeyChangesWithAnythingThatMayChangeWhatIsCarried() throws IOException {
        Path file = write("data/file", "one");
        String before = carried("data").key();
        assertThat(carried("data").key()).isEqualTo(before);
        assertThat(carried().key()).isEmpty();

        Files.writeString(file, "two!");
        String edited = carried("data").key();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        String executable = carried("data").key();
        write("data/more", "");

        assertThat(List.of(before, edited, executable, carried("data").key())).doesNotHaveDuplicates();
    }

    @Test
    void theDigestIsThatOfNamesModesAndContentsAlone() throws IOException {
        Path file = write("data/file", "one");
        String first = carried("data").copy(worktree).get(0).sha256();

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        Path second = Files.createDirectory(folder.resolve("second"));
        assertThat(carried("data").copy(second).get(0).sha256()).isEqualTo(first);
        Files.writeString(file, "two");
        Path third = Files.createDirectory(folder.resolve("third"));
        assertThat(carried("data").copy(third).get(0).sha256()).isNotEqualTo(first);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> carried("gone"))
                .isInstanceOf(Problem.class)
                .hasMessage("There is no 'gone' to carry to the worktree.\n"
                        + "  Make it first, or take it out of the setting:  -Dslurm.carry=...  (<carry>)");
    }

    @Test
    void whatALinkLeadsToIsElsewhere() throws IOException {
        Files.createDirectories(folder.resolve("scratch/data"));
        Files.createSymbolicLink(project.resolve("scratch"), folder.resolve("scratch"));

        assertThatThrownBy(() -> carried("scratch/data"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "'scratch/data' is not carried to the worktree: a link leads it out of the project.");
    }

    @Test
    void aFifoIsNamedAndNotRead() throws Exception {
        write("data/file", "one");
        assertThat(new ProcessBuilder("mkfifo", project.resolve("data/pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThatThrownBy(() -> carried("data"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("'data/pipe' is neither a file nor a link");
    }

    @Test
    void whatAWorktreeGotIsRememberedAsItIsWritten() {
        CarriedPath path = new CarriedPath("a folder/with blanks", 3, 12, "ab".repeat(32));
        assertThat(CarriedPath.parse(path.line())).contains(path);
    }
}
