package io.github.snapsweep.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program to run, with its words as they are: no shell ever sees them.
 *
 * @param words the program and its arguments
 * @param directory where it runs
 * @param environment its whole environment; nothing is inherited beside it
 * @param timeLimit after this it is killed
 */
public record Command(List<String> words, Path directory, Map<String, String> environment, Duration timeLimit) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** The same command with one more variable. */
    public Command with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Command(words, directory, more, timeLimit);
    }

    /** As a person would type it, for messages and logs. */
    public String line() {
        return ShellWords.join(words);
    }
}
