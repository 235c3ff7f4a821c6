package io.github.snapsweep.slurm;

import io.github.snapsweep.process.Answer;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the controller where jobs stand.
 *
 * <p>All states are asked for: for MinJobAge after its end a task is listed with how it ended, which needs no
 * accounting database. Not so a task that was cancelled while it waited: it is gone at once.
 */
record Squeue(JobGroup jobs) implements Query<List<QueuedTask>> {

    private static final String SEPARATOR = "|";
    private static final int FIELDS = 5;

    /** Id, state, start, nodes, and the reason last: the only one that is free text. */
    private static final String FORMAT = "%i|%T|%S|%N|%r";

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of("squeue", "--noheader", "--array", "--states=all"));
        words.addAll(JobGroup.clusterWords(jobs.cluster()));
        words.add("--jobs=" + jobs.list());
        words.add("--format=" + FORMAT);
        return words;
    }

    /** A single job that has been purged is an error to squeue; it is an answer all the same: it is not there. */
    @Override
    public Reply<List<QueuedTask>> read(Answer answer) {
        boolean purged =
                jobs.ids().size() == 1 && !answer.timedOut() && answer.err().contains("Invalid job id specified");
        return purged ? new Reply.Known<>(List.of()) : Query.super.read(answer);
    }

    @Override
    public List<QueuedTask> parse(String out) {
        List<QueuedTask> tasks = new ArrayList<>();
        out.lines().map(line -> line.split("\\" + SEPARATOR, FIELDS)).forEach(fields -> addTo(tasks, fields));
        return List.copyOf(tasks);
    }

    private void addTo(List<QueuedTask> tasks, String[] fields) {
        if (fields.length == FIELDS) {
            for (TaskId task : tasks(fields[0])) {
                tasks.add(new QueuedTask(
                        task, JobState.parse(fields[1]), fields[4].strip(), fields[3].strip(), time(fields[2])));
            }
        }
    }

    private List<TaskId> tasks(String text) {
        return ArrayExpression.parse(text).map(jobs::tasks).orElse(List.of());
    }

    /** {@code N/A} while Slurm does not know. */
    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
