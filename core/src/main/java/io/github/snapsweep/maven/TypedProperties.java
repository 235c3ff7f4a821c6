package io.github.snapsweep.maven;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code -D}s in the command line of a process. Maven from 3.10 on does not hand them on as they were typed: a {@code ${...}} has
 * its value by then, or, where Maven knows none, is gone, and a sweep would be another one without a word.
 */
final class TypedProperties {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final List<String> OPTIONS = List.of("-D", "--define");

    private TypedProperties() {}

    /** Those of this process; none where it is not told them. */
    static Map<String, String> ofThisProcess() {
        try {
            String line =
                    Files.readString(COMMAND_LINE, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
            return of(Arrays.asList(line.split("\0")));
        } catch (IOException e) {
            // no Linux: the system may tell in another way
            return of(Arrays.asList(ProcessHandle.current().info().arguments().orElse(new String[0])));
        }
    }

    /** Those of a command line that have a {@code ${...}}; of two with one name, the last. */
    static Map<String, String> of(List<String> arguments) {
        Map<String, String> typed = new HashMap<>();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (OPTIONS.contains(argument) && index + 1 < arguments.size()) {
                put(arguments.get(++index), typed);
            } else if (argument.startsWith("-D")) {
                put(argument.substring(2), typed);
            }
        }
        typed.values().removeIf(value -> !value.contains("${"));
        return typed;
    }

    private static void put(String definition, Map<String, String> into) {
        int equals = definition.indexOf('=');
        if (equals > 0) {
            into.put(definition.substring(0, equals), definition.substring(equals + 1));
        }
    }
}
