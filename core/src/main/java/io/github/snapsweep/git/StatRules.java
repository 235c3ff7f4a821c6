package io.github.snapsweep.git;

import org.eclipse.jgit.lib.Config;

/**
 * How much of the stat data counts: see core.checkStat and core.trustctime in git-config(1).
 *
 * @param minimal whether only size and whole seconds of modification do
 * @param trustChanged whether the time of the inode's change does
 * @param wholeSeconds whether a file that was modified in the same second as the index is read again, as git does; else
 *     only one that was modified in the same instant, as far as the file system tells instants apart
 */
public record StatRules(boolean minimal, boolean trustChanged, boolean wholeSeconds) {

    /** As git has them. */
    public static StatRules of(Config config) {
        return new StatRules(
                "minimal".equalsIgnoreCase(config.getString("core", null, "checkstat")),
                config.getBoolean("core", "trustctime", true),
                true);
    }

    /** For an index of this tool's own: it is written once, after all files. */
    public StatRules withInstants() {
        return new StatRules(minimal, trustChanged, false);
    }
}
