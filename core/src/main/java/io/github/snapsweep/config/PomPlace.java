package io.github.snapsweep.config;

import java.util.Optional;

/**
 * Where an element stands.
 *
 * @param file the POM's file, with the line where that is known: {@code pom.xml:24}
 * @param profile the profile that it belongs to
 */
public record PomPlace(String file, Optional<String> profile) {

    /** Somewhere in this project's. */
    public static final PomPlace SOMEWHERE = new PomPlace("pom.xml", Optional.empty());
}
