package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.TextPlace;

/**
 * An argument of a function. One in quotes is a plain string here: its quotes only kept it together.
 *
 * @param place where it stands, for what may have to be said of it
 */
record Argument(Element element, TextPlace place) {

    Argument {
        if (element instanceof Element.Single single && single.value() instanceof Value.Quoted quoted) {
            element = new Element.Single(new Value.Text(quoted.value()));
        }
    }

    /** Whether it is {@code null}, which is as good as left out. */
    boolean isNull() {
        return element instanceof Element.Single single && single.value() instanceof Value.Null;
    }
}
