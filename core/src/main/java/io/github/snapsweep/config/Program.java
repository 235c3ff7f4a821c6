package io.github.snapsweep.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a task runs. */
public sealed interface Program {

    /** A program, started without a shell. */
    record Command(List<String> words) implements Program {
        public Command {
            words = List.copyOf(words);
        }
    }

    /** Lines for bash, as they were written. */
    record Script(String text) implements Program {}

    /**
     * A class of the project, with the project's runtime classpath.
     *
     * @param arguments what it is given before the point's own
     * @param java the program that runs it, as it was written; the one that runs Maven when unset
     */
    record MainClass(String name, List<String> arguments, List<String> jvmArgs, Optional<Path> java)
            implements Program {
        public MainClass {
            arguments = List.copyOf(arguments);
            jvmArgs = List.copyOf(jvmArgs);
        }
    }
}
