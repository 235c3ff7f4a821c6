package io.github.snapsweep.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that a task left.
 *
 * @param values by their names, in the order in which they were found
 * @param faults what could not be read of them, and why
 */
public record Metrics(Map<String, Double> values, List<String> faults) {

    /** The most numbers of one task: more are no metrics, but data. */
    static final int MOST = 200;

    static final Metrics NONE = new Metrics(Map.of(), List.of());

    public Metrics {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        faults = List.copyOf(faults);
    }

    /** What one place left, where nothing can be read. */
    static Metrics fault(String what, String why) {
        return new Metrics(Map.of(), List.of(what + ": " + why));
    }

    /** These, and of the others those that are not among them. */
    Metrics and(Metrics others) {
        Map<String, Double> all = new LinkedHashMap<>(values);
        others.values.forEach(all::putIfAbsent);
        List<String> said = new ArrayList<>(faults);
        said.addAll(others.faults);
        return new Metrics(all, said);
    }

    /** The numbers alone: of a task that is still at work nothing is a fault. */
    Metrics soFar() {
        return new Metrics(values, List.of());
    }
}
