package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.slurm.TaskIndices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TasksTest {

    private static Tasks tasks(String sweep, Optional<String> only) {
        return Tasks.of(
                new SlurmSettings.Sweep(List.of(sweep), List.of(), only.flatMap(TaskIndices::parse), 1000),
                Path.of("no-such-folder"));
    }

    @Test
    void allAreNumberedFromNought() {
        Tasks all = tasks("a=1,2,3", Optional.empty());

        assertThat(all.numbers().text()).isEqualTo("0-2");
        assertThat(all.product()).isEqualTo("a 3");
        assertThat(all.only()).isNull();
    }

    @Test
    void someKeepTheirNumbers() {
        Tasks some = tasks("a=1,2,3", Optional.of("0,2"));

        assertThat(some.size()).isEqualTo(2);
        assertThat(some.points()).hasSize(3);
        assertThat(some.product()).isEqualTo("a 3, only 0,2");
        assertThat(some.only()).isEqualTo("0,2");
    }

    @Test
    void aTaskThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> tasks("a=1,2,3", Optional.of("1,3")))
                .isInstanceOf(Problem.class)
                .hasMessage("slurm.only names task 3, and there are 3 tasks: 0 to 2.\n"
                        + "  To see their numbers:  -Dslurm.dryRun");
    }

    @Test
    void numbersMeanNothingWhereTheOrderIsAnotherEachTime() {
        assertThatThrownBy(() -> tasks("a=shuffle(1,2,3)", Optional.of("1")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("in this sweep a seed is drawn")
                .hasMessageContaining("a=shuffle(1,2,3,seed=");
        assertThat(tasks("a=shuffle(1,2,3,seed=1)", Optional.of("1")).size()).isEqualTo(1);
    }
}
