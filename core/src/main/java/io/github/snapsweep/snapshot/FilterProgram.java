package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.ProcessLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of the user's that changes a file on its way: see {@code filter} in gitattributes(5). */
final class FilterProgram {

    private FilterProgram() {}

    /**
     * Runs it.
     *
     * @param command a line for the shell, {@code %f} in it is the file's path
     * @param path of the file in the repository, a byte string
     * @param workTree where the program runs
     * @throws io.github.snapsweep.problem.Problem when it fails
     */
    static void run(String command, String path, Path workTree, Path from, Path to) throws IOException {
        Path errors = Files.createTempFile("snapsweep", ".err");
        try {
            List<String> words = List.of("sh", "-c", command.replace("%f", ShellWord.of(path)));
            long start = System.nanoTime();
            Process process = new ProcessBuilder(words)
                    .directory(workTree.toFile())
                    .redirectInput(from.toFile())
                    .redirectOutput(to.toFile())
                    .redirectError(errors.toFile())
                    .start();
            int exit = process.waitFor();
            ProcessLog.ended(words, exit, start);
            if (exit != 0) {
                String said = Files.readString(errors).strip();
                throw SnapshotProblems.filterFailed(ByteText.readable(path), command, exit, said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(errors);
        }
    }
}
