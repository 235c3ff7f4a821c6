package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code shuffle(..., seed=1)}: the values in an order by chance, the same for a seed. Without one it is drawn, once, and
 * written into the text that is recorded. As in Hydra, one value alone becomes a list.
 */
final class Shuffle implements Function {

    private static final String SEED = "seed";
    private static final int MOST = 1_000_000;

    @Override
    public Element apply(Arguments arguments) {
        Argument operand = Operand.of(arguments, SEED).argument();
        Draws draws = new Draws(arguments.seed(arguments.named(SEED)));
        if (operand.element() instanceof Element.Several several) {
            return new Element.Several(several.kind(), shuffled(several.values(), draws, operand));
        }
        if (operand.element() instanceof Element.Zipped zipped) {
            Map<String, List<Value>> members = new LinkedHashMap<>();
            zipped.members().forEach((key, values) -> members.put(key, shuffled(values, draws, operand)));
            return new Element.Zipped(members);
        }
        Value value = ((Element.Single) operand.element()).value();
        List<Value> items = value instanceof Value.Items list ? list.values() : List.of(value);
        return new Element.Single(new Value.Items(shuffled(items, draws, operand)));
    }

    private static List<Value> shuffled(List<Value> values, Draws draws, Argument operand) {
        if (values.size() > MOST) {
            throw SweepFunctionProblems.tooManyToShuffle(operand.place(), values.size(), MOST);
        }
        return new OrderedValues(values, draws.order(values.size()));
    }
}
