package io.github.snapsweep.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * A path in which two trees differ.
 *
 * @param path the path
 * @param submodule whether it is a submodule in both, at different commits
 */
record TreeDifference(String path, boolean submodule) {

    private static final String SUBMODULE = "160000";

    /** Reads what {@code git diff-tree -z} prints: {@code :<mode> <mode> <id> <id> <status>}, then the path. */
    static List<TreeDifference> parse(String printed) {
        List<TreeDifference> differences = new ArrayList<>();
        List<String> fields = List.of(printed.split("\0"));
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            differences.add(new TreeDifference(
                    fields.get(i + 1), fields.get(i).startsWith(":" + SUBMODULE + " " + SUBMODULE + " ")));
        }
        return differences;
    }
}
