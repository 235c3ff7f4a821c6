package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepProblems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule that leaves points out: written as a sweep, {@code lr=0.1; seed=3,4}, it means those points in which each of its
 * parameters has one of its values. Numbers are compared by size, whether they have a point or not.
 */
final class Exclusion {

    private static final int MOST = 1_000_000;

    private final Sweep rule;
    private final Map<List<String>, Set<List<String>>> rows = new HashMap<>();

    /** @throws io.github.snapsweep.problem.Problem when a parameter has too many values to look through */
    Exclusion(Sweep rule) {
        this.rule = rule;
        rule.factors().stream()
                .filter(factor -> factor.size() > MOST)
                .findFirst()
                .ifPresent(factor -> {
                    throw SweepProblems.longRule(rule.text(), factor.key(), factor.size(), MOST);
                });
        rule.factors().forEach(factor -> rows.put(keys(factor), rows(factor)));
    }

    /** The rule as it is written. */
    String text() {
        return rule.text();
    }

    /** The names of its parameters. */
    Collection<String> keys() {
        return rows.keySet().stream().flatMap(List::stream).toList();
    }

    boolean leavesOut(Point point) {
        Map<String, Value> values = point.byKey();
        return rows.entrySet().stream().allMatch(factor -> {
            List<String> row = new ArrayList<>();
            for (String key : factor.getKey()) {
                Value value = values.get(key);
                if (value == null) {
                    return false;
                }
                row.add(comparable(value));
            }
            return factor.getValue().contains(row);
        });
    }

    private static List<String> keys(Factor factor) {
        return factor.members().keySet().stream().map(Point::withoutPrefix).toList();
    }

    private static Set<List<String>> rows(Factor factor) {
        Set<List<String>> rows = new HashSet<>();
        for (int step = 0; step < factor.size(); step++) {
            List<String> row = new ArrayList<>();
            for (List<Value> values : factor.members().values()) {
                row.add(comparable(values.get(step)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Equal for values that are the same to a program. */
    private static String comparable(Value value) {
        if (value instanceof Value.Decimal decimal
                && Double.isFinite(decimal.value())
                && decimal.value() == Math.rint(decimal.value())) {
            return new BigDecimal(decimal.value()).toBigInteger().toString();
        }
        return PythonJson.of(value);
    }
}
