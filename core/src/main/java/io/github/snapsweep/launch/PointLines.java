package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.sweep.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A point as the job's script reads it: one line of bash that sets the parameters in the environment, and the command
 * with the point's arguments.
 */
final class PointLines {

    private static final Pattern NO_NAME = Pattern.compile("[^A-Z0-9]");

    private final TaskCommand command;

    PointLines(TaskCommand command) {
        this.command = command;
    }

    /** @param json the point's parameters, as they are recorded */
    String line(Point point, String json) {
        StringBuilder line = new StringBuilder();
        variables(point)
                .forEach((name, value) -> line.append("export ")
                        .append(name)
                        .append('=')
                        .append(BashText.quoted(value))
                        .append("; "));
        return line.append(ScriptText.PREFIX + "parameters=")
                .append(BashText.quoted(json))
                .append("; " + ScriptText.PREFIX + "command=")
                .append(BashText.array(command.with(point)))
                .toString();
    }

    /** {@code SNAPSWEEP_PARAM_<KEY>}: the key in capitals, what is no letter or digit as an underscore. */
    static Map<String, String> variables(Point point) {
        Map<String, String> variables = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        point.texts().forEach((key, text) -> {
            String name = "SNAPSWEEP_PARAM_"
                    + NO_NAME.matcher(key.toUpperCase(Locale.ROOT)).replaceAll("_");
            String other = keys.put(name, key);
            if (other != null) {
                throw LaunchProblems.sameVariable(List.of(other, key), name);
            }
            variables.put(name, text);
        });
        return variables;
    }
}
