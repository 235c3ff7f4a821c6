package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code tag(name, sweep)}: a sweep with names for it. Hydra's sweepers may ask for them; here they are read, and change
 * nothing.
 */
final class Tag implements Function {

    private static final String SWEEP = "sweep";

    @Override
    public Element apply(Arguments arguments) {
        arguments.requireNames(List.of(SWEEP));
        List<Argument> tags = new ArrayList<>(arguments.positional());
        if (tags.isEmpty()) {
            throw SweepFunctionProblems.nothingToTag(arguments.place());
        }
        Argument sweep = arguments.named(SWEEP);
        if (sweep == null) {
            sweep = tags.remove(tags.size() - 1);
        }
        for (Argument tag : tags) {
            if (!(tag.element() instanceof Element.Single single && single.value() instanceof Value.Text)) {
                throw SweepFunctionProblems.noTag(tag.place());
            }
        }
        if (sweep.element() instanceof Element.Single) {
            throw SweepFunctionProblems.noSweep(sweep.place(), arguments.function());
        }
        return sweep.element();
    }
}
