package io.github.snapsweep.progress;

import java.time.Duration;

/** How old something is, as people say it. */
public final class Age {

    private Age() {}

    /** {@code 3 d}, {@code 5 h}, {@code 12 min}, {@code now}. */
    public static String of(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : "now";
    }
}
