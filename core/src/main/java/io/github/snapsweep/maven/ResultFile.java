package io.github.snapsweep.maven;

import io.github.snapsweep.json.Json;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SettingProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Where a goal writes what happened, as JSON, for scripts.
 *
 * @param setting the setting that names it
 * @param path the file, absolute
 */
record ResultFile(String setting, Path path) {

    /**
     * Makes sure, before the goal does anything, that the result can be written.
     *
     * @throws Problem when it cannot
     */
    void requireWritable() {
        try {
            Path folder = Files.createDirectories(path.resolveSibling(""));
            Files.delete(Files.createTempFile(folder, ".probe", null));
            if (Files.isDirectory(path)) {
                throw new IOException("it is a folder");
            }
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(path); // what another run wrote says nothing of this one
            }
        } catch (IOException e) {
            throw SettingProblems.resultFile(setting, path, e);
        }
    }

    /** Writes what a goal did. */
    void write(String goal, Record result) {
        write(new ResultHead(goal, null), result);
    }

    /** Writes why a goal failed, and what it did all the same. */
    void write(String goal, Problem problem) {
        write(
                new ResultHead(goal, problem.getMessage()),
                problem.result().stream().toArray(Record[]::new));
    }

    private void write(ResultHead head, Record... results) {
        try {
            Json.writeJoined(path, head, results);
        } catch (IOException e) {
            throw SettingProblems.resultFile(setting, path, e);
        }
    }
}
