package io.github.snapsweep.launch;

import io.github.snapsweep.problem.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A script for bash in the making: what is a launch's own in front, then what all launches have in common. */
final class ScriptText {

    /** What a script calls its own, so that the lines of the settings do not meet it by chance. */
    static final String PREFIX = "snapsweep_";

    /** Holds for the function's own lines: not for the functions that they call, nor for the files that they source. */
    static final String STOP_AT_A_FAILURE = "trap '[[ ${FUNCNAME[0]-} != snapsweep_setup ]]"
            + " || snapsweep_cannot \"a line of the setting '\\''setup'\\'' failed: $BASH_COMMAND\"' ERR";

    private final StringBuilder text = new StringBuilder("#!/bin/bash\n");

    ScriptText comment(String line) {
        text.append("# ").append(PlainText.line(line)).append('\n');
        return this;
    }

    ScriptText export(Map<String, String> environment) {
        text.append('\n');
        environment.forEach((name, value) -> text.append("export ")
                .append(name)
                .append('=')
                .append(BashText.quoted(value))
                .append('\n'));
        return this;
    }

    ScriptText assign(String name, @Nullable Object value) {
        text.append(PREFIX)
                .append(name)
                .append('=')
                .append(BashText.quoted(value == null ? "" : value.toString()))
                .append('\n');
        return this;
    }

    ScriptText assign(String name, Collection<?> values) {
        text.append(PREFIX)
                .append(name)
                .append('=')
                .append(BashText.array(values.stream().map(Object::toString).toList()))
                .append('\n');
        return this;
    }

    ScriptText function(String name, String first, List<String> lines) {
        text.append(PREFIX).append(name).append("() {\n  ").append(first).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        text.append("}\n");
        return this;
    }

    /** All of it, with a resource of this package behind. */
    String with(String common) {
        try (InputStream resource = ScriptText.class.getResourceAsStream(common)) {
            if (resource == null) {
                throw new IllegalStateException(common + " is not in the jar");
            }
            return text + new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the launch that a script is of, where that can be read without a shell. */
    static Optional<Path> record(String script) {
        String before = PREFIX + "record='";
        return script.lines()
                .filter(line -> line.startsWith(before) && line.endsWith("'"))
                .map(line -> line.substring(before.length(), line.length() - 1))
                .filter(path -> path.indexOf('\'') < 0)
                .map(Path::of)
                .findFirst();
    }

    /** A script with other folders in its head, for tasks that run elsewhere; what was empty there stays so. */
    static String moved(String script, Map<String, Path> folders) {
        return Stream.of(script.split("\n")) // a carriage return in a line of the settings' is no end of it
                .map(line -> folders.entrySet().stream()
                        .filter(folder -> line.startsWith(PREFIX + folder.getKey() + "='")
                                && !line.equals(PREFIX + folder.getKey() + "=''"))
                        .findFirst()
                        .map(folder -> PREFIX + folder.getKey() + "="
                                + BashText.quoted(folder.getValue().toString()))
                        .orElse(line))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
