package io.github.snapsweep.slurm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the accounting database what jobs asked for and took. Memory is told of their steps, not of the jobs themselves; of a
 * job that was put back into the queue each run has a line.
 */
record UsageQuery(JobGroup jobs) implements Query<List<TaskUsage>> {

    private static final String FORMAT =
            "--format=JobID,State,NodeList,Submit,Start,End,AllocCPUS,ReqMem,TimelimitRaw,MaxRSS";

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of("sacct", "--noheader", "--parsable2", "--duplicates"));
        words.addAll(JobGroup.clusterWords(jobs.cluster()));
        words.add("--jobs=" + jobs.list());
        words.add(FORMAT);
        return words;
    }

    /** Tasks that never ran share a line, which tells nothing of them. */
    @Override
    public List<TaskUsage> parse(String out) {
        Map<TaskId, List<UsageLine>> lines = new LinkedHashMap<>();
        out.lines()
                .map(UsageLine::parse)
                .flatMap(Optional::stream)
                .filter(line -> !line.name().isCollapsed())
                .forEach(line -> jobs.tasks(line.name())
                        .forEach(task -> lines.computeIfAbsent(task, none -> new ArrayList<>())
                                .add(line)));
        List<TaskUsage> usages = new ArrayList<>();
        lines.forEach((task, told) -> UsageLine.usage(task, told).ifPresent(usages::add));
        return usages;
    }
}
