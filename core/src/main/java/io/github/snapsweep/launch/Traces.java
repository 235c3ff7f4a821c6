package io.github.snapsweep.launch;

import io.github.snapsweep.snapshot.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a launch that did not come about would leave in the user's tree.
 *
 * @param fresh output folders that were not there before
 */
record Traces(List<Path> fresh) {

    /** Looks which output folders are there, before anything is made. */
    static Traces before(Path project, List<Path> outputs) {
        return new Traces(outputs.stream()
                .map(project::resolve)
                .filter(folder -> !Files.exists(folder))
                .toList());
    }

    /** Removes the launch's folder, and the output folders that are new and hold nothing of anybody. */
    void remove(LaunchFolder launch) throws IOException {
        FileTrees.delete(launch.path());
        for (Path folder : fresh) {
            if (launch.path().startsWith(folder) && launch.isAlone()) {
                FileTrees.delete(folder);
            } else if (isEmpty(folder)) {
                Files.delete(folder);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
