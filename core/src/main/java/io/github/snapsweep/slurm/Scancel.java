package io.github.snapsweep.slurm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Cancels jobs. To cancel what has ended, or was never there, is no error to scancel.
 *
 * @param targets arrays ({@code 12}), or tasks ({@code 12_3}, {@code 12_[3-5,8]})
 */
record Scancel(Optional<String> cluster, List<String> targets) implements Query<List<String>> {

    /** So many gaps a command: the list of an irregular choice of 10,000 tasks has its length bounded. */
    private static final int RUNS = 500;

    /** Whole arrays. */
    static List<Scancel> jobs(Collection<JobId> jobs) {
        return JobGroup.of(jobs).stream()
                .map(group -> new Scancel(
                        group.cluster(),
                        group.ids().stream().map(String::valueOf).toList()))
                .toList();
    }

    /** Some tasks of an array. */
    static List<Scancel> tasks(JobId job, TaskIndices tasks) {
        return tasks.parts(RUNS).stream()
                .map(part -> new Scancel(job.cluster(), List.of(target(job, part))))
                .toList();
    }

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of("scancel"));
        words.addAll(JobGroup.clusterWords(cluster));
        words.addAll(targets);
        return words;
    }

    /** What was cancelled: scancel itself says nothing. */
    @Override
    public List<String> parse(String out) {
        return targets;
    }

    private static String target(JobId job, TaskIndices tasks) {
        return tasks.values().size() == 1 ? job.id() + "_" + tasks.text() : job.id() + "_[" + tasks.text() + "]";
    }
}
