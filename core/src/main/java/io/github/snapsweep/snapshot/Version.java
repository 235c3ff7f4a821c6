package io.github.snapsweep.snapshot;

import java.util.Optional;

/** This tool's own version. */
public final class Version {

    private Version() {}

    /** As in the jar's manifest; {@code development} when run from class folders. */
    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
