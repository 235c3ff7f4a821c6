package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code zip(lr=choice(0.1,0.01), steps=[10,100])}: parameters that step together, each with a sweep or a list of its
 * values.
 */
final class Zip implements Function {

    @Override
    public Element apply(Arguments arguments) {
        if (!arguments.positional().isEmpty()) {
            throw SweepFunctionProblems.zipWithoutName(
                    arguments.positional().get(0).place());
        }
        if (arguments.named().size() < 2) {
            throw SweepFunctionProblems.smallZip(arguments.place());
        }
        Map<String, List<Value>> members = new LinkedHashMap<>();
        arguments.named().forEach((key, argument) -> members.put(key, values(key, argument)));
        List<Integer> sizes =
                members.values().stream().map(List::size).distinct().toList();
        if (sizes.size() > 1) {
            String lengths = members.entrySet().stream()
                    .map(member -> member.getKey() + " " + member.getValue().size())
                    .collect(Collectors.joining(", "));
            throw SweepFunctionProblems.unevenZip(arguments.place(), lengths);
        }
        return new Element.Zipped(members);
    }

    private static List<Value> values(String key, Argument argument) {
        if (argument.element() instanceof Element.Several several) {
            return several.values();
        }
        if (argument.element() instanceof Element.Single single && single.value() instanceof Value.Items items) {
            return items.values();
        }
        throw SweepFunctionProblems.noZipMember(argument.place(), key);
    }
}
