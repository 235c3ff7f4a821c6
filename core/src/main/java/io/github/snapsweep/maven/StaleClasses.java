package io.github.snapsweep.maven;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Java sources that were edited after they were compiled: a task would run something else than the snapshot holds.
 *
 * @param classes where the project's classes are
 */
record StaleClasses(Path classes) {

    /**
     * Compares each source with its class.
     *
     * @throws Problem when a class is older than its source
     */
    void refuse(List<Path> sourceRoots) {
        List<Path> stale = new ArrayList<>();
        for (Path root : sourceRoots) {
            if (Files.isDirectory(root)) {
                stale.addAll(under(root));
            }
        }
        if (!stale.isEmpty()) {
            throw LaunchProblems.staleClasses(stale);
        }
    }

    private List<Path> under(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> stale = new ArrayList<>();
            for (Path source : (Iterable<Path>) files::iterator) {
                String name = root.relativize(source).toString();
                if (name.endsWith(".java") && isOlder(classes.resolve(name.replaceFirst("java$", "class")), source)) {
                    stale.add(source);
                }
            }
            return stale;
        } catch (IOException e) {
            throw LaunchProblems.classpathFailed(root, e);
        }
    }

    private static boolean isOlder(Path compiled, Path source) throws IOException {
        return Files.exists(compiled)
                && Files.getLastModifiedTime(compiled).compareTo(Files.getLastModifiedTime(source)) < 0;
    }
}
