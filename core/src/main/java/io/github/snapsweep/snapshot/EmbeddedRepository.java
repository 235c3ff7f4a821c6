package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;

/** A git repository inside another one's work tree. */
final class EmbeddedRepository {

    private EmbeddedRepository() {}

    /** Whether a folder is the root of one: see "DISCOVERY" in gitrepository-layout(5). */
    static boolean isOne(Path folder) throws IOException {
        Path git = folder.resolve(Constants.DOT_GIT);
        if (Files.isRegularFile(git)) {
            return Files.readString(git).startsWith("gitdir: ");
        }
        return Files.isDirectory(git) && Files.exists(git.resolve(Constants.HEAD));
    }

    static boolean isWorktreeOf(Path folder, GitRepository repository) throws IOException {
        Path pointer = folder.resolve(Constants.DOT_GIT);
        return Files.isRegularFile(pointer)
                && Files.readString(pointer)
                        .startsWith("gitdir: " + repository.commonDirectory().resolve("worktrees"));
    }
}
