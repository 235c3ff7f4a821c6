package io.github.snapsweep.maven;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Resource;

/**
 * Sources that were edited after they were compiled: a task would run something else than the snapshot holds.
 *
 * @param classes where a module's classes are
 */
record StaleClasses(Path classes) {

    /** Of these it cannot be told by their names which classes they become. */
    private static final Set<String> OTHER_LANGUAGES = Set.of("kotlin", "scala", "groovy");

    /**
     * Compares each source with its class, or where it has none of its own name, with the newest class; and each resource that
     * is copied as it is with its copy.
     *
     * @throws Problem when what is compiled is older
     */
    void refuse(Path module, List<String> sourceRoots, List<Resource> resources) {
        List<Path> stale = new ArrayList<>();
        try {
            FileTime newest = newest();
            for (Path root : roots(module, sourceRoots)) {
                stale.addAll(
                        under(root, source -> isStale(root.relativize(source).toString(), source, newest)));
            }
            for (Resource resource : resources) {
                if (!resource.isFiltering() && resource.getTargetPath() == null) {
                    Path root = Path.of(resource.getDirectory());
                    stale.addAll(under(root, file -> isOtherwise(file, classes.resolve(root.relativize(file)))));
                }
            }
        } catch (IOException e) {
            throw LaunchProblems.classpathFailed(classes, e);
        }
        if (!stale.isEmpty()) {
            throw LaunchProblems.staleClasses(stale);
        }
    }

    private static List<Path> roots(Path module, List<String> sourceRoots) {
        Stream<Path> others = OTHER_LANGUAGES.stream()
                .flatMap(language ->
                        sourceRoots.stream().map(root -> Path.of(root).resolveSibling(language)))
                .filter(root -> root.startsWith(module));
        return Stream.concat(sourceRoots.stream().map(Path::of), others)
                .distinct()
                .filter(Files::isDirectory)
                .toList();
    }

    /** A question that may need to look at a file. */
    @FunctionalInterface
    private interface Question {
        boolean ask(Path file) throws IOException;
    }

    private static List<Path> under(Path root, Question question) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (question.ask(file)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private boolean isStale(String name, Path source, FileTime newest) throws IOException {
        Path compiled = classes.resolve(name.replaceFirst("java$", "class"));
        if (name.endsWith(".java") && Files.exists(compiled)) {
            return isOlder(Files.getLastModifiedTime(compiled), source);
        }
        return isSource(name) && isOlder(newest, source);
    }

    private static boolean isSource(String name) {
        return Stream.of(".java", ".kt", ".scala", ".groovy").anyMatch(name::endsWith);
    }

    /** The time of the class that was written last. Where there is none nothing is older: that is told elsewhere. */
    private FileTime newest() throws IOException {
        FileTime newest = FileTime.fromMillis(Long.MIN_VALUE);
        for (Path compiled : under(classes, file -> file.toString().endsWith(".class"))) {
            FileTime time = Files.getLastModifiedTime(compiled);
            newest = time.compareTo(newest) > 0 ? time : newest;
        }
        return newest.toMillis() == Long.MIN_VALUE ? FileTime.fromMillis(Long.MAX_VALUE) : newest;
    }

    private static boolean isOlder(FileTime compiled, Path source) throws IOException {
        return compiled.compareTo(Files.getLastModifiedTime(source)) < 0;
    }

    private static boolean isOtherwise(Path resource, Path copy) throws IOException {
        return Files.exists(copy)
                && isOlder(Files.getLastModifiedTime(copy), resource)
                && Files.mismatch(copy, resource) >= 0;
    }
}
