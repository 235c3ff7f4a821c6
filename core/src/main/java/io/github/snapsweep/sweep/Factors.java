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
        Factor factor = factor(assignment);
        if (factor.size() == 0) {
            throw SweepProblems.noValues(assignment.place(), assignment.key());
        }
        requireUnzipped(factor, assignment);
        byKey.put(assignment.key(), factor);
    }

    private static Factor factor(Assignment assignment) {
        String key = assignment.key();
        if (assignment.element() instanceof Element.Zipped zipped) {
            if (!assignment.sign().isEmpty()) {
                throw SweepProblems.signedZip(assignment.place(), assignment.sign() + key);
            }
            return new Factor(key, "", zipped.members(), assignment.text(), assignment.drawn());
        }
        return Factor.of(key, assignment.sign(), values(assignment), assignment.text(), assignment.drawn());
    }

    /** No parameter may be set twice in one point: by itself and as a part of a zip. */
    private void requireUnzipped(Factor factor, Assignment assignment) {
        for (Factor other : byKey.values()) {
            if (other.key().equals(factor.key())) {
                continue;
            }
            for (String member : factor.isZipped() ? factor.members().keySet() : List.of(factor.key())) {
                if (member.equals(other.key()) && !other.isZipped()) {
                    throw SweepProblems.setBesideZip(assignment.place(), member, factor.key());
                }
                if (other.isZipped() && other.members().containsKey(member)) {
                    throw SweepProblems.setBesideZip(assignment.place(), member, other.key());
                }
            }
        }
    }

    private void drop(Assignment assignment) {
        Factor factor = byKey.remove(assignment.key());
        if (factor == null) {
            throw SweepProblems.nothingToDrop(assignment.place(), assignment.key(), byKey.keySet());
        }
        if (assignment.element() != null && !isSame(assignment, factor)) {
            throw SweepProblems.dropsOtherValue(assignment.place(), assignment.key());
        }
    }

    private static boolean isSame(Assignment assignment, Factor factor) {
        return assignment.element() instanceof Element.Zipped zipped
                ? zipped.members().equals(factor.members())
                : !factor.isZipped() && values(assignment).equals(factor.values());
    }

    private static List<Value> values(Assignment assignment) {
        if (assignment.element() instanceof Element.Several several) {
            return several.values();
        }
        return assignment.element() instanceof Element.Single single ? List.of(single.value()) : List.of();
    }
}
