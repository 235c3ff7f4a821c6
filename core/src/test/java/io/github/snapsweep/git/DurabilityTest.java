package io.github.snapsweep.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code core.fsync} asks for: see git-config(1). */
class DurabilityTest {

    @Test
    void unsetItIsAllThatThisToolWrites() {
        assertThat(Durability.of(null).hardened()).isEqualTo(EnumSet.allOf(Durability.Component.class));
        assertThat(Durability.of(" ")).isEqualTo(Durability.of(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "none; ''",
                "all; PACK PACK_METADATA REFERENCE",
                "added; PACK PACK_METADATA",
                "committed; PACK PACK_METADATA",
                "objects; PACK PACK_METADATA",
                "reference; PACK PACK_METADATA REFERENCE",
                "none,pack; PACK PACK_METADATA",
                "none,reference; REFERENCE",
                "none, derived-metadata; PACK_METADATA",
                "-pack-metadata; PACK",
                "-pack; ''",
                "committed,-loose-object; PACK PACK_METADATA",
                "index,loose-object,commit-graph; PACK PACK_METADATA",
                "-reference; PACK PACK_METADATA",
                "all,-reference; PACK PACK_METADATA REFERENCE",
                "no-such-thing; PACK PACK_METADATA"
            })
    void itIsReadAsGitReadsIt(String value, String components) {
        Set<Durability.Component> expected = EnumSet.noneOf(Durability.Component.class);
        Stream.of(components.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Durability.Component::valueOf)
                .forEach(expected::add);

        assertThat(Durability.of(value).hardened()).isEqualTo(expected);
    }
}
