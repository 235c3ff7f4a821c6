package io.github.snapsweep.slurm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Jobs that one command can be asked about: all of one cluster, and not too many for a line.
 *
 * @param cluster as {@link JobId#cluster}
 * @param ids at least one
 */
record JobGroup(Optional<String> cluster, List<Long> ids) {

    /** More on one line was too much for others' clusters: their limits were 100 to 1000. */
    static final int LARGEST = 200;

    JobGroup {
        ids = List.copyOf(ids);
    }

    /** Jobs in groups; no group for no job. */
    static List<JobGroup> of(Collection<JobId> jobs) {
        Map<String, TreeSet<Long>> clusters = new TreeMap<>();
        jobs.forEach(job -> clusters.computeIfAbsent(job.cluster().orElse(""), none -> new TreeSet<>())
                .add(job.id()));
        List<JobGroup> groups = new ArrayList<>();
        clusters.forEach((cluster, ids) -> groups.addAll(parts(cluster, List.copyOf(ids))));
        return groups;
    }

    /** The option that sends a question to the jobs' cluster; none for this machine's own. */
    static List<String> clusterWords(Optional<String> cluster) {
        return cluster.map(name -> List.of("--clusters=" + name)).orElse(List.of());
    }

    /** The ids with commas. */
    String list() {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The tasks that an answer's line is about; none when it is about a job that was not asked for. */
    List<TaskId> tasks(ArrayExpression named) {
        if (!ids.contains(named.job())) {
            return List.of();
        }
        JobId job = new JobId(named.job(), cluster);
        return named.tasks().isEmpty() && named.complete()
                ? List.of(new TaskId(job, OptionalInt.empty()))
                : named.tasks().values().stream()
                        .map(index -> TaskId.of(job, index))
                        .toList();
    }

    private static List<JobGroup> parts(String cluster, List<Long> ids) {
        Optional<String> name = Optional.of(cluster).filter(text -> !text.isEmpty());
        return IntStream.iterate(0, start -> start < ids.size(), start -> start + LARGEST)
                .mapToObj(start -> new JobGroup(name, ids.subList(start, Math.min(start + LARGEST, ids.size()))))
                .toList();
    }
}
