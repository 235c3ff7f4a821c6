package io.github.snapsweep.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
     * A class of the project, with the project's class path.
     *
     * @param name as {@code java} takes it: {@code org.example.Main}, or {@code org.example.app/org.example.Main} with the
     *     Java module that it is in
     * @param arguments what it is given before the point's own
     * @param jvm what runs it
     * @param module the module of the build that it is in, as it was written; found by the class when unset
     * @param scope what is on the class path
     */
    record MainClass(String name, List<String> arguments, Jvm jvm, Optional<String> module, ClasspathScope scope)
            implements Program {
        public MainClass {
            arguments = List.copyOf(arguments);
        }

        /** The class alone. */
        public String className() {
            return name.substring(name.indexOf('/') + 1);
        }

        /** The Java module that it is in; none for a class of the class path. */
        public Optional<String> javaModule() {
            int slash = name.indexOf('/');
            return slash < 0 ? Optional.empty() : Optional.of(name.substring(0, slash));
        }
    }

    /**
     * The Java machine of a class.
     *
     * @param java its home, as it was written; that of the one that runs Maven when unset
     * @param options its options
     * @param systemProperties its system properties, by name
     */
    record Jvm(Optional<Path> java, List<String> options, Map<String, String> systemProperties) {
        public Jvm {
            options = List.copyOf(options);
        }
    }
}
