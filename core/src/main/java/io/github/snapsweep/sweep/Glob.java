package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import io.github.snapsweep.problem.TextPlace;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/**
 * {@code glob(data/*.csv)}, {@code glob('**.csv', exclude=old/*)}: the files of the project whose paths match, sorted. A
 * {@code *} stands for any part of one name, {@code **} for any part of a path: see {@code FileSystem.getPathMatcher}. In
 * Hydra it goes over the options of a config group; here there are none.
 */
final class Glob implements Function {

    private static final Signature SIGNATURE = Signature.of(1, "include", "exclude");
    private static final String GIT = ".git";
    private static final String SPECIAL = "*?[{\\";

    private final Path project;

    Glob(Path project) {
        this.project = project;
    }

    @Override
    public Element apply(Arguments arguments) {
        BoundArguments given = SIGNATURE.bind(arguments);
        List<String> include = patterns(given.get("include"));
        List<PathMatcher> included = matchers(include, given.get("include").place());
        Argument exclude = given.find("exclude");
        List<PathMatcher> excluded = exclude == null ? List.of() : matchers(patterns(exclude), exclude.place());
        List<String> found = files(include, arguments.place()).stream()
                .filter(path -> included.stream().anyMatch(matcher -> matcher.matches(path)))
                .filter(path -> excluded.stream().noneMatch(matcher -> matcher.matches(path)))
                .map(Glob::text)
                .sorted()
                .toList();
        if (found.isEmpty()) {
            throw SweepFunctionProblems.noFile(arguments.place(), project);
        }
        return new Element.Several(
                Element.SweepKind.GLOB,
                found.stream().<Value>map(Value.Text::new).toList());
    }

    private static List<String> patterns(Argument argument) {
        if (argument.element() instanceof Element.Single single) {
            List<Value> values = single.value() instanceof Value.Items items ? items.values() : List.of(single.value());
            if (values.stream().allMatch(value -> value instanceof Value.Text || value instanceof Value.Quoted)) {
                return values.stream().map(Value::text).toList();
            }
        }
        throw SweepFunctionProblems.noPattern(argument.place());
    }

    private List<PathMatcher> matchers(List<String> patterns, TextPlace place) {
        List<PathMatcher> matchers = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.startsWith("/") || List.of(pattern.split("/")).contains("..")) {
                throw SweepFunctionProblems.outside(place, pattern);
            }
            try {
                matchers.add(project.getFileSystem().getPathMatcher("glob:" + pattern));
            } catch (PatternSyntaxException e) {
                throw SweepFunctionProblems.badPattern(place, pattern, e.getDescription());
            }
        }
        return matchers;
    }

    /** The files below the folders that the patterns begin with, as paths relative to the project. */
    private List<Path> files(List<String> patterns, TextPlace place) {
        List<Path> files = new ArrayList<>();
        try {
            for (Path root : patterns.stream().map(this::root).distinct().toList()) {
                if (Files.isDirectory(root)) {
                    Files.walkFileTree(
                            root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(files));
                }
            }
        } catch (IOException e) {
            throw SweepFunctionProblems.unreadableFolder(place, e);
        }
        return files.stream().distinct().toList();
    }

    /** The folder that a pattern names in so many words. */
    private Path root(String pattern) {
        int special = 0;
        while (special < pattern.length() && SPECIAL.indexOf(pattern.charAt(special)) < 0) {
            special++;
        }
        return project.resolve(pattern.substring(0, pattern.lastIndexOf('/', special - 1) + 1))
                .normalize();
    }

    private static String text(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .reduce((folder, name) -> folder + "/" + name)
                .orElse("");
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final List<Path> files;

        Visitor(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return GIT.equals(String.valueOf(folder.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files.add(project.relativize(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE; // a loop of links, a file that is gone: no file to run over
        }
    }
}
