package io.github.snapsweep.progress;

/** Numbers of things, as people say them. */
public final class Counted {

    private Counted() {}

    /** {@code 1 task}, {@code 20 tasks}. */
    public static String of(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
