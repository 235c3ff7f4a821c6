package io.github.snapsweep.git;

import org.eclipse.jgit.lib.Config;

/**
 * How much of the stat data counts: see core.checkStat and core.trustctime in git-config(1).
 *
 * @param minimal whether only size and whole seconds of modification do
 * @param trustChanged whether the time of the inode's change does
 */
public record StatRules(boolean minimal, boolean trustChanged) {

    public static StatRules of(Config config) {
        return new StatRules(
                "minimal".equalsIgnoreCase(config.getString("core", null, "checkstat")),
                config.getBoolean("core", "trustctime", true));
    }
}
