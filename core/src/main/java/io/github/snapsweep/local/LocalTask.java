package io.github.snapsweep.local;

import java.nio.file.Path;
import java.util.List;

/**
 * A task as a process.
 *
 * @param number the task's number
 * @param words the program and its arguments
 * @param out where its standard output is appended
 * @param err where its standard error is appended; the same file is fine
 */
public record LocalTask(int number, List<String> words, Path out, Path err) {

    public LocalTask {
        words = List.copyOf(words);
    }
}
