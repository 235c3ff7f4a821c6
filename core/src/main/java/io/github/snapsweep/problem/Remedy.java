package io.github.snapsweep.problem;

import java.nio.file.FileSystemException;
import java.util.Optional;

/** What to do where a file system is the reason, which no setting of ours changes: by what the system says, see errno(3). */
final class Remedy {

    private Remedy() {}

    /**
     * The way out.
     *
     * @param otherwise what to do for any other reason
     */
    static String of(Exception cause, String otherwise) {
        return of(cause).orElse(otherwise);
    }

    private static Optional<String> of(Exception cause) {
        boolean named = cause instanceof FileSystemException;
        String said = String.valueOf(named ? ((FileSystemException) cause).getReason() : cause.getMessage());
        String file = named ? ((FileSystemException) cause).getFile() : null;
        if (said.contains("Read-only file system")) {
            return Optional.of("That file system can only be read, which whoever runs it can change:  findmnt"
                    + (file == null ? "" : " -T " + file));
        }
        if (said.contains("No space left on device")) {
            return Optional.of("Make room: df -h shows how many bytes are left on each disk, df -i how many files.");
        }
        if (said.contains("Disk quota exceeded")) {
            return Optional.of(
                    "Your quota on that file system is used up; quota -s shows it. Make room, and run it again.");
        }
        if (said.contains("Stale file handle")) {
            return Optional.of("It was replaced or removed on another machine just then. Run the goal again.");
        }
        if (said.contains("No locks available")) {
            return Optional.of(
                    "That file system has no locks, which keep two commands off one worktree: over NFS they need"
                            + " rpc.statd, and no 'nolock' among the options of the mount.");
        }
        return Optional.empty();
    }
}
