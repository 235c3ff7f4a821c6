package io.github.snapsweep.sweep;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All functions, by name. A new one is a line here. */
final class Functions {

    private final Map<String, Function> byName = new TreeMap<>();

    /** @param project where {@code glob} looks for files */
    Functions(Path project) {
        byName.put("bool", new Cast(Casts::toBool));
        byName.put("choice", new Choice());
        byName.put("float", Cast.ofNumbers(Casts::toDecimal, false));
        byName.put("glob", new Glob(project));
        byName.put("int", Cast.ofNumbers(Casts::toInt, true));
        byName.put("json_str", new Cast((value, place) -> Casts.toJson(value)));
        byName.put("linspace", new Spaced(Scale.LINEAR));
        byName.put("loguniform", new Uniform(Scale.LOGARITHMIC));
        byName.put("logspace", new Spaced(Scale.LOGARITHMIC));
        byName.put("range", new Range());
        byName.put("shuffle", new Shuffle());
        byName.put("sort", new Sort());
        byName.put("str", new Cast(Casts::toText));
        byName.put("tag", new Tag());
        byName.put("uniform", new Uniform(Scale.LINEAR));
        byName.put("zip", new Zip());
    }

    @Nullable
    Function named(String name) {
        return byName.get(name);
    }

    /** Their names, in alphabetical order. */
    Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }
}
