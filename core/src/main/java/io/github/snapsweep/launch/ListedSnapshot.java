package io.github.snapsweep.launch;

import io.github.snapsweep.snapshot.Contents;
import io.github.snapsweep.snapshot.Sizes;
import io.github.snapsweep.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot and what hangs on it, as a list of them has it.
 *
 * @param name its branch
 * @param ref the branch's full name
 * @param commit the commit
 * @param base the commit that HEAD was; null when there was none
 * @param baseBranch the branch that was checked out, {@code HEAD} when none was
 * @param created when it was taken
 * @param changed how many files of the base have other content or another mode
 * @param added how many files the base does not have
 * @param deleted how many files of the base are gone
 * @param bytes the size of all changed and added files
 * @param worktrees its worktrees
 */
public record ListedSnapshot(
        String name,
        String ref,
        String commit,
        @Nullable String base,
        String baseBranch,
        Instant created,
        int changed,
        int added,
        int deleted,
        long bytes,
        List<Place> worktrees) {

    /**
     * A worktree of a snapshot.
     *
     * @param path its root
     * @param launches the launches that locked it
     */
    public record Place(Path path, List<LaunchUse> launches) {
        public Place {
            launches = List.copyOf(launches);
        }
    }

    public ListedSnapshot {
        worktrees = List.copyOf(worktrees);
    }

    static ListedSnapshot of(Snapshot snapshot, Contents contents, List<Place> worktrees) {
        return new ListedSnapshot(
                snapshot.name(),
                snapshot.ref(),
                snapshot.commit(),
                snapshot.base().orElse(null),
                snapshot.baseBranch(),
                snapshot.created(),
                contents.changed().size(),
                contents.added().size(),
                contents.deleted().size(),
                contents.bytes(),
                worktrees);
    }

    /** {@code 6 files, 12.4 KiB}: what differs from the base. */
    public String difference() {
        int files = changed + added + deleted;
        return files == 0 ? "nothing" : files + (files == 1 ? " file, " : " files, ") + Sizes.text(bytes);
    }

    /** All launches of its worktrees. */
    public List<LaunchUse> launches() {
        return worktrees.stream().flatMap(place -> place.launches().stream()).toList();
    }
}
