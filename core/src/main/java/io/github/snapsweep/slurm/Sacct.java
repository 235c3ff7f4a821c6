package io.github.snapsweep.slurm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the accounting database how jobs ended.
 *
 * <p>An empty answer means little: new jobs are listed seconds late, and tasks that were cancelled while they waited
 * may be missing from their array's one line for ever. No {@code --starttime} is needed: for jobs by id sacct looks at
 * all times.
 */
record Sacct(JobGroup jobs) implements Query<List<AccountedTask>> {

    private static final String FORMAT = "--format=JobID,State,ExitCode,ElapsedRaw,NodeList";

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of("sacct", "--noheader", "--parsable2", "--allocations"));
        words.addAll(JobGroup.clusterWords(jobs.cluster()));
        words.add("--jobs=" + jobs.list());
        words.add(FORMAT);
        return words;
    }

    @Override
    public List<AccountedTask> parse(String out) {
        Map<TaskId, AccountedTask> tasks = new LinkedHashMap<>();
        out.lines()
                .map(SacctLine::parse)
                .flatMap(Optional::stream)
                .filter(line -> !line.name().isStep())
                .forEach(line -> addTo(tasks, line));
        return List.copyOf(tasks.values());
    }

    /** A task's own line says more than the one that its array's waiting tasks shared, whichever comes first. */
    private void addTo(Map<TaskId, AccountedTask> tasks, SacctLine line) {
        for (TaskId task : jobs.tasks(line.name())) {
            if (line.name().isCollapsed()) {
                tasks.putIfAbsent(task, line.of(task));
            } else {
                tasks.put(task, line.of(task));
            }
        }
    }
}
