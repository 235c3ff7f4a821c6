package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that is open when it is removed stays on NFS under another name, and so does its folder, until it is closed: see
 * "silly rename" in nfs(5).
 */
@Tag("faults")
class OpenFilesTest {

    @TempDir
    Path temporary;

    @Test
    void none_in_gits_folder_for_a_worktree_that_was_deleted_by_hand() throws Exception {
        Scene scene = Scene.in(temporary).edit("first");
        scene.run(Deed.CREATE, Map.of());
        scene.run(Deed.WORKTREE, Map.of());
        Path administration = Scene.children(scene.git.path(".git/worktrees")).get(0);
        Machine.run("rm", "-rf", Scene.children(scene.worktrees()).get(0).toString());
        scene.edit("second");
        scene.run(Deed.CREATE, Map.of());
        Path trace = temporary.resolve("trace");

        try (OwnProcess process = scene.start(
                Deed.PRUNE, Victim.PRUNE.properties(), Strace.into(trace, "trace=openat,close,unlink,unlinkat"))) {
            assertThat(process.succeeds()).as(process::said).isTrue();
        }

        assertThat(administration).doesNotExist();
        String marker = Pattern.quote(administration + "/snapsweep");
        assertThat(Trace.calls(trace).stream()
                        .map(call -> call.replaceFirst("^\\d+ +", ""))
                        .map(call -> call.matches("openat.*= \\d+<" + marker + ">")
                                ? "open"
                                : call.matches("close\\(\\d+<" + marker + ">.*")
                                        ? "close"
                                        : call.matches("unlinkat\\(.*, \"snapsweep\", .*") ? "remove" : "")
                        .filter(call -> !call.isEmpty()))
                .as("what is done to the file that is locked while it is decided")
                .containsExactly("open", "close", "remove");
        Tally.add("orders of closing and removing looked at", 1);
    }
}
