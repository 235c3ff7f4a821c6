package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepProblems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters while their overrides come in. A later override of a parameter replaces its values, with another
 * prefix too, and leaves it in its place.
 */
final class Factors {

    private final Map<String, Factor> byKey = new LinkedHashMap<>();

    Factors(List<Factor> earlier) {
        earlier.forEach(factor -> byKey.put(factor.key(), factor));
    }

    List<Factor> all() {
        return List.copyOf(byKey.values());
    }

    void accept(Assignment assignment) {
        if (assignment.drops()) {
            drop(assignment);
        } else {
            set(assignment);
        }
    }

    private void set(Assignment assignment) {
        List<Value> values = values(assignment);
        if (values.isEmpty()) {
            throw SweepProblems.noValues(assignment.place(), assignment.key());
        }
        byKey.put(assignment.key(), new Factor(assignment.key(), assignment.sign(), values));
    }

    private void drop(Assignment assignment) {
        Factor factor = byKey.remove(assignment.key());
        if (factor == null) {
            throw SweepProblems.nothingToDrop(assignment.place(), assignment.key(), byKey.keySet());
        }
        if (assignment.element() != null && !values(assignment).equals(factor.values())) {
            throw SweepProblems.dropsOtherValue(assignment.place(), assignment.key());
        }
    }

    private static List<Value> values(Assignment assignment) {
        Element element = assignment.element();
        return element == null ? List.of() : element.values();
    }
}
