package io.github.snapsweep.snapshot;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a snapshot holds that its base commit does not.
 *
 * @param changed files of the base with other content or another mode
 * @param added files that the user had staged already
 * @param untracked files that git did not track
 * @param deleted files of the base that are gone
 * @param bytes the size of all changed, added and untracked files
 * @param skipped what was left out though it lies in the tree, each with its reason
 * @param warnings what somebody who reads the snapshot might not expect in it
 */
public record Contents(
        List<String> changed,
        List<String> added,
        List<String> untracked,
        List<String> deleted,
        long bytes,
        List<String> skipped,
        List<String> warnings) {

    public Contents {
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        untracked = List.copyOf(untracked);
        deleted = List.copyOf(deleted);
        skipped = List.copyOf(skipped);
        warnings = List.copyOf(warnings);
    }

    /** The same, with more warnings. */
    Contents warning(List<String> more) {
        List<String> all = Stream.concat(warnings.stream(), more.stream()).toList();
        return new Contents(changed, added, untracked, deleted, bytes, skipped, all);
    }

    /** Whether the tree is the base commit's own. */
    public boolean isEmpty() {
        return changed.isEmpty() && added.isEmpty() && untracked.isEmpty() && deleted.isEmpty();
    }

    /** {@code 3 changed, 2 untracked, 1 deleted, 12.4 KiB}. */
    public String summary() {
        if (isEmpty()) {
            return "nothing differs from the base commit";
        }
        StringBuilder text = new StringBuilder();
        count(text, changed, "changed");
        count(text, added, "added");
        count(text, untracked, "untracked");
        count(text, deleted, "deleted");
        return text + Sizes.text(bytes);
    }

    private static void count(StringBuilder text, List<String> paths, String word) {
        if (!paths.isEmpty()) {
            text.append(paths.size()).append(' ').append(word).append(", ");
        }
    }
}
