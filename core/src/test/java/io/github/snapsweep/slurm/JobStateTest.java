package io.github.snapsweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobStateTest {

    /** What squeue 22.05 calls the valid states. */
    private static final String VALID = "PENDING,RUNNING,SUSPENDED,COMPLETED,CANCELLED,FAILED,TIMEOUT,NODE_FAIL,"
            + "PREEMPTED,BOOT_FAIL,DEADLINE,OUT_OF_MEMORY,COMPLETING,CONFIGURING,RESIZING,RESV_DEL_HOLD,REQUEUED,"
            + "REQUEUE_FED,REQUEUE_HOLD,REVOKED,SIGNALING,SPECIAL_EXIT,STAGE_OUT,STOPPED";

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, COMPLETED",
        "CD, COMPLETED",
        "pd, PENDING",
        "CANCELLED by 0, CANCELLED",
        "CANCELLED+, CANCELLED",
        "OUT_OF_ME+, OUT_OF_MEMORY",
        "NODE_FAIL, NODE_FAIL",
        "' RUNNING ', RUNNING",
        "R, RUNNING",
        "RE+, UNKNOWN",
        "NEVER_SEEN, UNKNOWN",
        "'', UNKNOWN",
        "' ', UNKNOWN",
        "+, UNKNOWN",
    })
    void aStateIsReadInAllItsForms(String text, JobState state) {
        assertThat(JobState.parse(text)).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(JobState.class)
    void bothNamesOfAStateLeadToIt(JobState state) {
        assertThat(JobState.parse(state.name())).isEqualTo(state);
        assertThat(JobState.parse(state.code())).isEqualTo(state.code().isEmpty() ? JobState.UNKNOWN : state);
    }

    @Test
    void everyStateThatSqueueNamesIsKnown() {
        assertThat(VALID.split(","))
                .allSatisfy(name -> assertThat(JobState.parse(name)).isNotEqualTo(JobState.UNKNOWN));
    }

    @Test
    void theFinalStates() {
        assertThat(Arrays.stream(JobState.values()).filter(JobState::isFinal).map(JobState::name))
                .containsExactlyInAnyOrder(
                        "BOOT_FAIL",
                        "CANCELLED",
                        "COMPLETED",
                        "DEADLINE",
                        "FAILED",
                        "NODE_FAIL",
                        "OUT_OF_MEMORY",
                        "PREEMPTED",
                        "REVOKED",
                        "SPECIAL_EXIT",
                        "TIMEOUT");
    }

    @Property
    void noTextIsTooOdd(@ForAll String text) {
        assertThat(JobState.parse(text)).isNotNull();
        assertThat(JobState.parse(text.toLowerCase(Locale.ROOT))).isNotNull();
    }
}
