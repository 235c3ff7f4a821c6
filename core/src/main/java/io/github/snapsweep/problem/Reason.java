package io.github.snapsweep.problem;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something failed, in words: the file system's exceptions often say no more than the file. */
final class Reason {

    private Reason() {}

    static String of(Exception cause) {
        if (cause instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + " " + inWords(file);
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String inWords(FileSystemException file) {
        if (file instanceof AccessDeniedException) {
            return "may not be used by you (permission denied)";
        }
        if (file instanceof FileAlreadyExistsException) {
            return "is in the way";
        }
        return file instanceof NoSuchFileException
                ? "is not there"
                : file.getClass().getSimpleName();
    }
}
