package io.github.snapsweep.problem;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something failed, in words. Java's messages about files are often no more than the file's name. */
public final class Reason {

    private Reason() {}

    public static String of(Exception cause) {
        if (!(cause instanceof FileSystemException failure) || failure.getFile() == null) {
            return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        String file = failure.getFile();
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + file;
        }
        if (failure instanceof NoSuchFileException) {
            return file + " does not exist";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return file + " is in the way";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return file + " is not empty: somebody writes to it";
        }
        return failure.getReason() == null ? file : file + ": " + failure.getReason();
    }
}
