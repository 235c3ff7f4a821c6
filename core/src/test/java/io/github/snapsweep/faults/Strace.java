package io.github.snapsweep.faults;

import java.nio.file.Path;
import java.util.stream.Stream;

/** What is put before a program so that strace(1) looks at its system calls, and meddles with them. */
final class Strace {

    private Strace() {}

    /** Of what is done with one path. */
    static String[] at(Path path, Path trace, String... expressions) {
        return Stream.concat(Stream.of(into(trace, expressions)), Stream.of("-P", path.toString()))
                .toArray(String[]::new);
    }

    /** Of the process alone, not of those that it starts; with the paths of open files. */
    static String[] into(Path trace, String... expressions) {
        return Stream.concat(
                        Stream.of("strace", "-f", "-y", "-b", "execve", "-o", trace.toString()),
                        Stream.of(expressions).flatMap(expression -> Stream.of("-e", expression)))
                .toArray(String[]::new);
    }
}
