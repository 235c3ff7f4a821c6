package io.github.snapsweep.launch;

import io.github.snapsweep.file.ReplacedFile;
import io.github.snapsweep.json.Json;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * What the script of a build wrote about itself, at its start or at its end.
 *
 * @param exit its exit code; 0 in a mark of a start
 * @param host where it ran
 * @param job Slurm's id of its job; empty without Slurm
 * @param started when, seconds since 1970
 * @param ended when, seconds since 1970; 0 in a mark of a start
 * @param made the digest of all that the worktree holds beside its commit then; empty when it failed
 */
record BuildMark(int exit, String host, String job, long started, long ended, String made) {

    /** The last mark of a launch's build; empty when none has begun. */
    static Optional<BuildMark> of(LaunchFolder folder) throws IOException {
        try {
            return Optional.of(Json.read(ReplacedFile.read(folder.buildMark()), BuildMark.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean hasSucceeded() {
        return ended > 0 && exit == 0;
    }

    boolean hasFailed() {
        return ended > 0 && exit != 0;
    }
}
