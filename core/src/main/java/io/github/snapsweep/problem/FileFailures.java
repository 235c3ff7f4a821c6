package io.github.snapsweep.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.util.function.Supplier;

/** Failures of file systems that come from within a loop or a stream over files, where Java lets no checked one through. */
public final class FileFailures {

    private FileFailures() {}

    /**
     * Does some work.
     *
     * @throws Problem when a file system fails in it
     */
    public static <T> T inWords(Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException | DirectoryIteratorException e) {
            throw GitProblems.fileSystem(e.getCause() instanceof IOException cause ? cause : new IOException(e));
        }
    }
}
