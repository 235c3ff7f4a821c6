package io.github.snapsweep.sweep;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A parameter and all its values, or several parameters that step together.
 *
 * @param key the parameter's name, or that of the several
 * @param prefix {@code +} or {@code ++}, which Hydra wants back before the name, or nothing
 * @param members the values of each parameter, as Hydra wants its name: as many of one as of any other, at least one. Where
 *     there are many, they are made when they are asked for
 * @param text the values as they were written, with the seeds that were drawn
 * @param drawn whether any was, so that the values are others each time
 */
public record Factor(String key, String prefix, Map<String, List<Value>> members, String text, boolean drawn) {

    /** So many are made once and kept. */
    private static final int FEW = 1000;

    public Factor {
        Map<String, List<Value>> made = new LinkedHashMap<>();
        members.forEach((name, values) -> made.put(name, values.size() > FEW ? values : List.copyOf(values)));
        members = Collections.unmodifiableMap(made);
    }

    /** One parameter. */
    static Factor of(String key, String prefix, List<Value> values, String text, boolean drawn) {
        return new Factor(key, prefix, Map.of(prefix + key, values), text, drawn);
    }

    /** The values of the one parameter, or of the first of several. */
    public List<Value> values() {
        return members.values().iterator().next();
    }

    /** How many values there are, or steps. */
    public int size() {
        return values().size();
    }

    /** Whether a value, or a step, comes twice. */
    boolean repeats() {
        if (values() instanceof RangeValues) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, size())
                .anyMatch(step -> !seen.add(members.values().stream()
                        .map(each -> PythonJson.of(each.get(step)))
                        .collect(Collectors.joining("\n"))));
    }

    /** Whether it is several parameters. */
    boolean isZipped() {
        return members.size() > 1;
    }

    /** As it is written in the language. */
    String override() {
        return prefix + key + "=" + text;
    }
}
