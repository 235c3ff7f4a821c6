package io.github.snapsweep.launch;

import io.github.snapsweep.process.Host;
import io.github.snapsweep.snapshot.FileTrees;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
                .filter(folder -> !Files.exists(folder, LinkOption.NOFOLLOW_LINKS))
                .toList());
    }

    /**
     * Removes the launch's folder, and the output folders that are new and hold nothing of anybody, be it of a launch that
     * begins just now.
     */
    void remove(LaunchFolder launch, Host host) throws IOException {
        FileTrees.delete(launch.path());
        for (Path folder : fresh) {
            if (launch.path().startsWith(folder)) {
                new SharedClasspath(launch.project(), host).removeUnused();
                deleteIfEmpty(launch.sharedClasspath());
                LaunchFolder.removeRecordsIfEmpty(launch.project());
            } else {
                deleteIfEmpty(folder);
            }
        }
    }

    /** A file or link that somebody has put there since is his. */
    private static void deleteIfEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            return; // somebody has something in it
        }
    }
}
