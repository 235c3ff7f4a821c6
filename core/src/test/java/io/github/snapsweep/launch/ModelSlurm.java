package io.github.snapsweep.launch;

import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A Slurm that keeps each promise of the real one, and no more: what it has, and how it reacts to one sbatch after the other. */
final class ModelSlurm implements CommandRunner {

    /** What comes of an sbatch. */
    enum Reaction {
        /** The job is there, and its id is said. */
        TAKES,
        /** There is no job, and why is said. */
        REFUSES,
        /** There is no job: the controller is not there. */
        IS_DOWN,
        /** The job is there, and nothing is said. */
        TAKES_SILENTLY,
        /** There is no job yet, and nothing is said: it comes when nobody waits for it any more. */
        TAKES_LATE,
        /** There is no job, and nothing is said. */
        LOSES,
        /** Whoever sent it is killed before the job is there. */
        KILLS_BEFORE,
        /** Whoever sent it is killed after the job is there. */
        KILLS_AFTER
    }

    /** The end of whoever sends. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A job array: its token, and the indices of its jobs. */
    record Job(long id, String token, TaskIndices indices, List<String> arguments) {

        private Collection<Integer> tasks() {
            int first = Integer.parseInt(arguments.get(0));
            return indices.values().stream().map(index -> first + index).toList();
        }

        private String part() {
            return arguments.get(1);
        }
    }

    private static final String TIMED_OUT =
            "sbatch: error: Batch job submission failed: Socket timed out on send/recv operation";
    static final String DOWN =
            "sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect failure)";
    static final String REFUSED = "sbatch: error: Batch job submission failed: Job violates accounting/QOS policy"
            + " (job submit limit, user's size and/or time limits)";

    private final LaunchFolder folder;
    private final Deque<Reaction> reactions = new ArrayDeque<>();
    private final Map<Long, Job> jobs = new LinkedHashMap<>();
    private final List<Job> late = new ArrayList<>();
    private final List<String> submissions = new ArrayList<>();
    private int unanswered;
    private boolean silentLater;
    private int largestArray = 1001;

    ModelSlurm(LaunchFolder folder) {
        this.folder = folder;
    }

    /** It takes what comes after these. */
    ModelSlurm reacting(Collection<Reaction> wanted) {
        reactions.addAll(wanted);
        return this;
    }

    ModelSlurm withArraysOf(int most) {
        largestArray = most;
        return this;
    }

    /** So many of its next questions are not answered. */
    ModelSlurm silentFor(int questions) {
        unanswered = questions;
        return this;
    }

    /** No question is answered after the first sbatch. */
    ModelSlurm silentOnceItWasSentTo() {
        silentLater = true;
        return this;
    }

    List<String> submissions() {
        return submissions;
    }

    Collection<Job> jobs() {
        return jobs.values();
    }

    /** All jobs that it was sent come into being, and all of them run as far as their script lets them. */
    Map<Integer, Integer> runs() {
        late.forEach(job -> jobs.put(job.id, job));
        late.clear();
        Map<Integer, Integer> runs = new LinkedHashMap<>();
        jobs.values().stream()
                .filter(job -> !isFenced(job))
                .forEach(job -> job.tasks().forEach(task -> runs.merge(task, 1, Integer::sum)));
        return runs;
    }

    boolean isFenced(Job job) {
        return Files.exists(folder.parts().resolve(job.part() + ".given-up"));
    }

    @Override
    public Answer run(Command command) throws IOException {
        return switch (command.words().get(0)) {
            case "sbatch" -> submit(command);
            case "squeue" ->
                ask(
                        command,
                        jobs.values().stream()
                                .map(job -> job.id + "|" + job.token + "\n")
                                .collect(Collectors.joining()));
            case "scontrol" -> ask(command, "MaxArraySize            = " + largestArray + "\n");
            default -> throw new IOException("not here: " + command.line());
        };
    }

    private Answer ask(Command command, String out) {
        boolean silent = silentLater && !submissions.isEmpty();
        if (silent || unanswered > 0) {
            unanswered--;
            return new Answer(command, 1, "", "slurm_load_jobs error: Unable to contact slurm controller", false);
        }
        return new Answer(command, 0, out, "", false);
    }

    private Answer submit(Command command) {
        submissions.add(command.line());
        requireWrittenDown(command);
        Reaction reaction = reactions.isEmpty() ? Reaction.TAKES : reactions.remove();
        Job job = job(command);
        switch (reaction) {
            case TAKES, TAKES_SILENTLY, KILLS_AFTER -> jobs.put(job.id, job);
            case TAKES_LATE -> late.add(job);
            default -> {}
        }
        return switch (reaction) {
            case TAKES -> new Answer(command, 0, job.id + "\n", "", false);
            case REFUSES -> new Answer(command, 1, "", REFUSED, false);
            case IS_DOWN -> new Answer(command, 1, "", DOWN, false);
            case TAKES_SILENTLY, TAKES_LATE, LOSES -> new Answer(command, 1, "", TIMED_OUT, false);
            case KILLS_BEFORE, KILLS_AFTER -> throw new Killed();
        };
    }

    /** Should it be killed now: the record must know what was sent. */
    private void requireWrittenDown(Command command) {
        String token = job(command).token;
        if (folder.read().parts().stream()
                .noneMatch(part -> part.state() == PartState.SENDING && token.equals(part.token()))) {
            throw new AssertionError("sent before it was written down: " + command.line());
        }
    }

    private Job job(Command command) {
        List<String> words = command.words();
        int script = words.indexOf(
                words.stream().filter(word -> word.endsWith(".sh")).findFirst().orElseThrow());
        return new Job(
                submissions.size() + 100L,
                value(words, "--comment").split(" ", 2)[0],
                TaskIndices.parse(value(words, "--array").replaceAll("%.*", "")).orElseThrow(),
                words.subList(script + 1, words.size()));
    }

    private static String value(List<String> words, String option) {
        return words.stream()
                .filter(word -> word.startsWith(option + "="))
                .map(word -> word.substring(option.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
