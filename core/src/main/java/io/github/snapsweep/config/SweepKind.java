package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import io.github.snapsweep.sweep.OverrideText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sweeps, each as one text of the sweep grammar. A text is taken as it is; a list holds several sweeps; a map is one
 * sweep, by parameter.
 */
final class SweepKind extends Kind<List<String>> {

    private static final ValueSchema VALUES =
            ValueSchema.of("string", "number", "boolean", "array", "null").with("minItems", 1);

    private final boolean holdTogether;

    private SweepKind(boolean holdTogether) {
        super("a text such as \"lr=0.1,0.01 seed=range(0,10)\", a list of them, or a map from a parameter to its text,"
                + " number or list of values");
        this.holdTogether = holdTogether;
    }

    /** Sweeps: what several sources say holds together. */
    static SweepKind ofSweeps() {
        return new SweepKind(true);
    }

    /** Rules over points: a later source's replace an earlier one's. */
    static SweepKind ofRules() {
        return new SweepKind(false);
    }

    /** What stands in the texts is left to the sweep's own grammar. */
    @Override
    ValueSchema schema() {
        return byParameter("string", "number", "boolean", "array", "object")
                .with(
                        "items",
                        byParameter("string", "number", "boolean", "object").json());
    }

    private static ValueSchema byParameter(String... types) {
        return ValueSchema.of(types).with("additionalProperties", VALUES.json());
    }

    @Override
    Optional<List<String>> read(Raw raw, Refusals refusals) {
        return Optional.of(texts(raw, refusals));
    }

    /**
     * A later source's overrides hold over an earlier one's, parameter by parameter, in each of its sweeps; several sweeps
     * replace it as a whole.
     */
    @Override
    Raw merge(Raw earlier, Raw later) {
        boolean replaces = !holdTogether
                || later instanceof Raw.Items
                || later instanceof Raw.Nothing
                || earlier instanceof Raw.Nothing
                || (later instanceof Raw.Text text && text.text().isBlank());
        return replaces ? later : new Raw.Layered(earlier, later);
    }

    private static List<String> texts(Raw raw, Refusals refusals) {
        if (raw instanceof Raw.Layered layered) {
            List<String> overrides = texts(layered.later(), refusals);
            return texts(layered.earlier(), refusals).stream()
                    .map(text -> text + "\n" + String.join("\n", overrides))
                    .toList();
        }
        List<Raw> sweeps = raw instanceof Raw.Items list ? list.items() : List.of(raw);
        return sweeps.stream().flatMap(sweep -> one(sweep, refusals).stream()).toList();
    }

    @Override
    boolean isUnset(Raw raw) {
        return raw instanceof Raw.Nothing;
    }

    private static Optional<String> one(Raw sweep, Refusals refusals) {
        if (sweep instanceof Raw.Text text) {
            return Optional.of(text.text());
        }
        if (sweep instanceof Raw.Entries map) {
            return Optional.of(overrides(map.entries(), refusals));
        }
        refusals.refuseShape(sweep);
        return Optional.empty();
    }

    private static String overrides(Map<String, Raw> parameters, Refusals refusals) {
        return parameters.entrySet().stream()
                .map(entry -> ofOneParameter(entry.getKey(), entry.getValue(), refusals))
                .collect(Collectors.joining("; "));
    }

    /** Each entry is of its own parameter, whatever its texts hold. */
    private static String ofOneParameter(String key, Raw value, Refusals refusals) {
        String override = override(key, value, refusals);
        if (!OverrideText.isKey(key)) {
            refusals.refuse(value, SettingProblems.noParameter(key));
        } else if (!OverrideText.isOne(override)) {
            refusals.refuse(value, SettingProblems.moreThanOneParameter(value.shown()));
        }
        return override;
    }

    private static String override(String key, Raw value, Refusals refusals) {
        if (value instanceof Raw.Nothing) {
            return key.startsWith("~") ? key : key + "=null";
        }
        if (value instanceof Raw.Items list && !list.items().isEmpty()) {
            return key + "=" + list.items().stream().map(SweepValue::text).collect(Collectors.joining(","));
        }
        if (!(value instanceof Raw.Text)) {
            refusals.refuse(value, (value instanceof Raw.Items ? "an empty list" : value.shape()) + " is not accepted");
        }
        return key + "=" + value.shown();
    }
}
