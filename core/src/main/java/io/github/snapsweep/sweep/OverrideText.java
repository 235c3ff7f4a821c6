package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.Problem;
import java.util.concurrent.atomic.AtomicInteger;

/** An override as a text that others put together, of a parameter's name and what is said of it. */
public final class OverrideText {

    private OverrideText() {}

    /** Whether a text names a parameter, with its sign where it has one: {@code lr}, {@code +model.lr}, {@code ~old}. */
    public static boolean isKey(String text) {
        return KeyReader.isKey(text);
    }

    /** Whether no second override begins in a text. What is wrong with the one is said when it is read. */
    public static boolean isOne(String text) {
        AtomicInteger found = new AtomicInteger();
        try {
            OverrideSplitter.split(text, (from, end) -> found.incrementAndGet());
        } catch (Problem e) {
            return found.get() == 0; // of the language it is not
        }
        return found.get() <= 1;
    }
}
