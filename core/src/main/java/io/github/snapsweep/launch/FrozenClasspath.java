package io.github.snapsweep.launch;

import io.github.snapsweep.file.SharedFolders;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.snapshot.Sha256;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * A class path as it was at submit: class folders are copied into the launch's folder, jars into a folder that launches
 * share, each once by its content and under its own name, which a jar without a module descriptor gets its module's name
 * from. A later {@code mvn clean}, a recompile or a pruned local repository changes nothing for the tasks.
 */
final class FrozenClasspath {

    private final LaunchFolder folder;
    private final Optional<Path> built;
    private final List<Path> frozen = new ArrayList<>();
    private final Map<Path, Path> awaited = new LinkedHashMap<>();
    private int number;

    FrozenClasspath(LaunchFolder folder) {
        this(folder, Optional.empty());
    }

    /** @param built a folder that a build is still to run in: what is in there is copied after it, by whoever runs it */
    FrozenClasspath(LaunchFolder folder, Optional<Path> built) {
        this.folder = folder;
        this.built = built;
    }

    /**
     * Freezes class folders and jars.
     *
     * @param entries in order; those that do not exist are left out, as java does
     * @return the copies, in that order
     */
    List<Path> freeze(List<Path> entries) throws IOException {
        Files.createDirectories(folder.classpath());
        List<Path> copies = new ArrayList<>();
        for (Path entry : entries) {
            if (isAwaited(entry)) {
                copies.add(await(entry));
            } else if (Files.isDirectory(entry)) {
                copies.add(copyFolder(entry, own(entry)));
            } else if (Files.exists(entry)) {
                copies.add(copyFile(entry));
            }
        }
        frozen.addAll(copies);
        return copies;
    }

    /** What was frozen so far. */
    List<Path> all() {
        return List.copyOf(frozen);
    }

    /** What is to be copied once the build has ended, with where to. */
    Map<Path, Path> awaited() {
        return Collections.unmodifiableMap(awaited);
    }

    /** Whether a file or folder is one that the build is still to make. */
    boolean isAwaited(Path entry) {
        return built.filter(entry::startsWith).isPresent();
    }

    private Path await(Path entry) {
        Path copy = own(entry);
        awaited.put(entry, copy);
        return copy;
    }

    private Path own(Path entry) {
        return folder.classpath().resolve(number++ + "-" + entry.getFileName());
    }

    /** @throws Problem when no entry has the class */
    static void requireClass(String mainClass, List<Path> entries) {
        String file = mainClass.replace('.', '/') + ".class";
        for (Path entry : entries) {
            if (Files.isDirectory(entry) ? Files.exists(entry.resolve(file)) : jarHas(entry, file)) {
                return;
            }
        }
        throw LaunchProblems.notCompiled(
                mainClass,
                entries.stream()
                        .filter(entry -> !entry.toString().endsWith(".jar"))
                        .toList());
    }

    private static boolean jarHas(Path jar, String file) {
        if (!Files.isRegularFile(jar)) {
            return false;
        }
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.getEntry(file) != null;
        } catch (IOException e) {
            throw LaunchProblems.classpathFailed(jar, e);
        }
    }

    private static Path copyFolder(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path there, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(there)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        return to;
    }

    /** The folder of the copy is named for its content; the copy appears whole, whoever else makes it at the same time. */
    private Path copyFile(Path file) throws IOException {
        Path known = shared(Sha256.of(file), file);
        if (Files.exists(known)) {
            return known;
        }
        Path unfinished =
                folder.sharedClasspath().resolve("." + folder.id() + "-" + number++ + "-" + file.getFileName());
        try {
            SharedFolders.BY_UMASK.in(
                    folder.sharedClasspath(), () -> Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING));
            Path copy = shared(Sha256.of(unfinished), file); // it may have changed meanwhile
            return SharedFolders.BY_UMASK.in(
                    copy.resolveSibling(""), () -> Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private Path shared(String digest, Path file) {
        return folder.sharedClasspath()
                .resolve(digest.substring(0, SharedClasspath.DIGITS))
                .resolve(file.getFileName());
    }
}
