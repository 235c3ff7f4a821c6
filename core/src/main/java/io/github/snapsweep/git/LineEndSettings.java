package io.github.snapsweep.git;

import java.util.Locale;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/**
 * The line ends that a user asks for, for files of which no attribute says more: core.autocrlf and core.eol in
 * git-config(1).
 *
 * @param always core.autocrlf is true: what looks like text has carriage returns on disk
 * @param input core.autocrlf is input: what looks like text loses them on its way into the repository
 * @param crlf whether text has carriage returns on disk
 */
public record LineEndSettings(boolean always, boolean input, boolean crlf) {

    public static LineEndSettings of(Config config) {
        boolean input = "input".equals(lower(config.getString("core", null, "autocrlf")));
        boolean always = !input && config.getBoolean("core", "autocrlf", false);
        boolean crlf = always || (!input && "crlf".equals(lower(config.getString("core", null, "eol"))));
        return new LineEndSettings(always, input, crlf);
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    /** Whether files of which no attribute says anything are the same bytes on both sides. */
    public boolean leaveFilesAsTheyAre() {
        return !always && !input;
    }
}
