package io.github.snapsweep.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedPropertiesTest {

    @Test
    void eachFormOfTheOptionIsRead() {
        assertThat(TypedProperties.of(List.of(
                        "java",
                        "-cp",
                        "x.jar",
                        "Launcher",
                        "-B",
                        "-Da=${x}",
                        "-D",
                        "b=1 ${y}",
                        "--define",
                        "c=${z}=2",
                        "goal")))
                .isEqualTo(Map.of("a", "${x}", "b", "1 ${y}", "c", "${z}=2"));
    }

    @Test
    void theLastOfOneNameHolds() {
        assertThat(TypedProperties.of(List.of("-Da=${x}", "-Da=${y}", "-Db=${x}", "-Db=1")))
                .isEqualTo(Map.of("a", "${y}"));
    }

    @Test
    void whatIsNoneIsPassedOver() {
        assertThat(TypedProperties.of(List.of("-Dskip", "-D=${x}", "a=${x}", "-D")))
                .isEmpty();
    }

    @Test
    void whatHasNoPlaceholderIsLeftToMaven() {
        assertThat(TypedProperties.of(List.of("-Da=$x {y}"))).isEmpty();
    }
}
