package io.github.snapsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> NAMES = List.of("nodes", "nodelist", "partition", "timeoutMin", "memGb");

    @ParameterizedTest
    @CsvSource({
        "partiton, partition",
        "Partition, partition",
        "node, nodes",
        "node_list, nodelist",
        "timeout_min, timeoutMin",
        "mem-gb, memGb"
    })
    void isFoundInSpiteOfSlipsAndSpelling(String typed, String meant) {
        assertThat(NearestName.of(typed, NAMES)).contains(meant);
    }

    @Test
    void isNoneWhenNothingIsNear() {
        assertThat(NearestName.of("colour", NAMES)).isEmpty();
    }
}
