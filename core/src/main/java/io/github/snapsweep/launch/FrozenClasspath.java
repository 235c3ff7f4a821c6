package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * A class path as it was at submit: class folders are copied into the launch's folder, jars into a folder that launches
 * share, each once by its content. A later {@code mvn clean}, a recompile or a pruned local repository changes nothing
 * for the tasks.
 */
final class FrozenClasspath {

    private final LaunchFolder folder;
    private final List<Path> frozen = new ArrayList<>();

    FrozenClasspath(LaunchFolder folder) {
        this.folder = folder;
    }

    /**
     * Freezes a class path and writes the file of arguments for {@code java}, see the java(1) manual on @-files.
     *
     * @param entries class folders and jars, in order; those that do not exist are left out, as java does
     * @param options further options of the virtual machine
     * @return the file of arguments
     */
    Path freeze(List<Path> entries, List<String> options) throws IOException {
        Path own = Files.createDirectories(folder.classpath());
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                frozen.add(copyFolder(entry, own.resolve(frozen.size() + "-" + entry.getFileName())));
            } else if (Files.exists(entry)) {
                frozen.add(copyJar(entry));
            }
        }
        List<String> lines = new ArrayList<>(options);
        lines.add("-cp");
        lines.add(frozen.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        Path arguments = folder.javaArguments();
        Files.write(arguments, lines.stream().map(FrozenClasspath::quoted).toList());
        return arguments;
    }

    /** The copies, in the order of the class path. */
    List<Path> entries() {
        return List.copyOf(frozen);
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

    /** The name of the copy is its content's; it appears whole, whoever else copies it at the same time. */
    private Path copyJar(Path jar) throws IOException {
        Path shared = Files.createDirectories(folder.sharedClasspath());
        Path known = shared.resolve(digest(jar) + "-" + jar.getFileName());
        if (Files.exists(known)) {
            return known;
        }
        Path unfinished = shared.resolve("." + folder.id() + "-" + jar.getFileName());
        Files.copy(jar, unfinished, StandardCopyOption.REPLACE_EXISTING);
        Path copy = shared.resolve(digest(unfinished) + "-" + jar.getFileName()); // the jar may have changed meanwhile
        return Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String digest(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
