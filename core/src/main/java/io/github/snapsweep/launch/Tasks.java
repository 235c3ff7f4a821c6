package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.SweepProblems;
import io.github.snapsweep.slurm.TaskIndices;
import io.github.snapsweep.sweep.JoinedSweeps;
import io.github.snapsweep.sweep.Point;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a launch: the numbers of those that run, and the points of all.
 *
 * @param sweeps what the points come from
 * @param numbers the numbers of the tasks that run: each the place of its point
 */
record Tasks(JoinedSweeps sweeps, TaskIndices numbers) {

    /**
     * @param project the folder that the sweep's files are in
     * @throws io.github.snapsweep.problem.Problem when a sweep is none, there are more points than allowed, or a task is asked
     *     for that is not there, or whose point is another one each time
     */
    static Tasks of(SlurmSettings.Sweep settings, Path project) {
        JoinedSweeps sweeps = JoinedSweeps.parse(settings.texts(), settings.exclude(), project, settings.maxPoints());
        if (settings.only().isPresent() && sweeps.isDrawn()) {
            throw SweepProblems.onlyOfChance(sweeps.texts());
        }
        int all = sweeps.points().size();
        settings.only()
                .map(only -> only.values().last())
                .filter(last -> last >= all)
                .ifPresent(last -> {
                    throw SweepProblems.noSuchTask(last, all);
                });
        return new Tasks(sweeps, settings.only().orElseGet(() -> TaskIndices.upTo(all)));
    }

    /** All points, those of tasks that do not run too. */
    List<Point> points() {
        return sweeps.points();
    }

    /** The numbers of the tasks as a text; null when all run. */
    @Nullable
    String only() {
        return size() == points().size() ? null : numbers.text();
    }

    /** How many tasks run. */
    int size() {
        return numbers.values().size();
    }

    /** {@code 8 tasks (lr 2 x seed 10, only 0-7)}: how their number comes about; empty when there is nothing to tell. */
    String product() {
        String product = sweeps.product();
        return size() == points().size() ? product : product + ", only " + numbers.text();
    }
}
