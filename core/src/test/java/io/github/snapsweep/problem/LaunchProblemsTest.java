package io.github.snapsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LaunchProblemsTest {

    /** Each by the name of what says it. */
    static Stream<Arguments> sayings() {
        return Stream.of(
                arguments("tasksFailed", LaunchProblems.tasksFailed("sim-1", 4, List.of(0, 2)), """
                        2 of 4 tasks of launch sim-1 failed: 0, 2
                          Their output:  mvn slurm:logs -Dslurm.launch=sim-1
                          The same code again:  mvn slurm:retry -Dslurm.launch=sim-1   (changed code: a new slurm:submit)"""),
                arguments("launchFailed", LaunchProblems.launchFailed("sim-1", "0-2", "3 cancelled"), """
                        Tasks 0-2 of launch sim-1 did not end well. The launch: 3 cancelled.
                          Why:    mvn slurm:logs -Dslurm.launch=sim-1
                          Again:  mvn slurm:retry -Dslurm.launch=sim-1"""),
                arguments("noTask", LaunchProblems.noTask(9, "sim-1", "0"), """
                        There is no task 9 in launch sim-1: its tasks are 0.
                          Name it:  -Dslurm.tasks=0"""),
                arguments("noTask", LaunchProblems.noTask(9, "sim-1", "1-3,5,7"), """
                        There is no task 9 in launch sim-1: its tasks are 1-3,5,7.
                          Name some of these:  -Dslurm.tasks=1-3,5"""),
                arguments("whichTask", LaunchProblems.whichTask("sim-1", 2, "4,8"), """
                        Launch sim-1 has 2 tasks, and none of them failed: whose log is meant?
                          Name some:  mvn slurm:logs -Dslurm.tasks=4,8 -Dslurm.launch=sim-1"""),
                arguments("interrupted", LaunchProblems.interrupted("sim-1"), """
                        Launch sim-1 was interrupted: tasks of it that ran on this machine were ended.
                          mvn slurm:status -Dslurm.launch=sim-1  shows what became of them,
                          mvn slurm:retry -Dslurm.launch=sim-1  runs what did not end."""),
                arguments("interruptedEarly", LaunchProblems.interruptedEarly("sim"), """
                        The launch of sim was interrupted while it was made: none of its tasks ran.
                          Make it again:  mvn slurm:submit"""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sayings")
    void eachSaysWhatToDo(String name, Problem problem, String text) {
        assertThat(problem.getMessage()).isEqualTo(text);
    }
}
