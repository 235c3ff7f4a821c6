package io.github.snapsweep.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The launches of a reactor are in its root: who stands in a module's folder looks for them in vain. */
public final class LaunchesAbove {

    private LaunchesAbove() {}

    /** The nearest folder above a project that has launches, up to the root of its repository. */
    public static Optional<Path> of(Path project) {
        Path folder = project.toAbsolutePath().normalize();
        while (!isRoot(folder) && folder.getParent() != null) {
            folder = folder.getParent();
            if (hasLaunches(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static boolean isRoot(Path folder) {
        return Files.exists(folder.resolve(".git"));
    }

    private static boolean hasLaunches(Path folder) {
        try {
            return !LaunchFolder.all(folder).isEmpty();
        } catch (IOException e) {
            return false; // another user's, who lets nobody look
        }
    }
}
