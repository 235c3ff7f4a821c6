package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.TaskIndices;
import io.github.snapsweep.snapshot.CarriedPath;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a launch was and is: everything needed to say later what ran, and to run it again. {@code launch.json}, whose
 * fields only ever become more: a later release reads the records of an earlier one.
 *
 * @param schema the version of this form; it grows when a field changes its meaning
 * @param launch the launch's name
 * @param created when it was submitted
 * @param version this tool's version
 * @param host where it was submitted
 * @param user who submitted it
 * @param code what code it runs
 * @param sweep the sweep's texts, with the seeds that were drawn: they give the same points again
 * @param tasks how many tasks it has
 * @param only the numbers of its tasks; null when they are those from 0 on
 * @param command what each task runs, its parameters aside
 * @param attempts the rounds in which its tasks were sent, the launch itself first
 * @param settings the settings that held, with where each came from
 * @param milliseconds how long each step took
 */
public record LaunchRecord(
        int schema,
        String launch,
        Instant created,
        String version,
        String host,
        String user,
        Code code,
        List<String> sweep,
        int tasks,
        @Nullable String only,
        List<String> command,
        List<Attempt> attempts,
        List<Setting> settings,
        Map<String, Long> milliseconds) {

    static final int SCHEMA = 2;

    /**
     * The code of a launch.
     *
     * @param snapshot the snapshot's branch; null when the live tree runs
     * @param commit the snapshot's commit; null when the live tree runs
     * @param base the commit that HEAD was; null when there was none
     * @param branch the branch that was checked out
     * @param changed the paths that differ from the base
     * @param worktree the worktree that the tasks run in; the project's folder when the live tree runs
     * @param directory where the tasks run: the project's folder in it
     * @param pushed how the push went
     * @param carried what the worktree got beside the commit
     */
    public record Code(
            @Nullable String snapshot,
            @Nullable String commit,
            @Nullable String base,
            @Nullable String branch,
            List<String> changed,
            Path worktree,
            Path directory,
            String pushed,
            List<CarriedPath> carried) {

        public Code {
            changed = List.copyOf(changed);
            carried = List.copyOf(Objects.requireNonNullElse(carried, List.of())); // early records have none
        }

        /** The files of the user's tree, as they will be. */
        static Code live(Path project) {
            return new Code(null, null, null, null, List.of(), project, project, "no snapshot", List.of());
        }

        Code pushed(String outcome) {
            return new Code(snapshot, commit, base, branch, changed, worktree, directory, outcome, carried);
        }
    }

    /**
     * A setting as it held.
     *
     * @param key its full name
     * @param value as it was written; of an environment variable only that it was set
     * @param from who set it
     */
    public record Setting(String key, String value, String from) {}

    public LaunchRecord {
        if (tasks < 0) {
            throw new IllegalArgumentException("'tasks' is below 0");
        }
        sweep = List.copyOf(sweep);
        command = List.copyOf(command);
        attempts = List.copyOf(attempts);
        settings = List.copyOf(settings);
    }

    /** The numbers of its tasks. */
    public TaskIndices numbers() {
        return Optional.ofNullable(only).flatMap(TaskIndices::parse).orElseGet(() -> TaskIndices.upTo(tasks));
    }

    /** The attempt that was begun last. */
    public Attempt latest() {
        return attempts.get(attempts.size() - 1);
    }

    /** All parts of all attempts, in order. */
    List<Part> parts() {
        return attempts.stream().flatMap(attempt -> attempt.parts().stream()).toList();
    }

    /** The number that the next part gets. */
    int nextPart() {
        return parts().stream().mapToInt(part -> part.number() + 1).max().orElse(0);
    }

    /** Which part runs, or ran, each task: the last one that was sent with it. A task that was never sent is not there. */
    Map<Integer, Part> places() {
        Map<Integer, Part> places = new LinkedHashMap<>();
        parts().stream()
                .filter(Part::counts)
                .forEach(part -> part.numbers().values().forEach(task -> places.put(task, part)));
        return places;
    }

    /** The attempt that a part belongs to. */
    Attempt attemptOf(Part part) {
        return attempts.stream()
                .filter(attempt -> attempt.parts().stream().anyMatch(each -> each.number() == part.number()))
                .findFirst()
                .orElseThrow();
    }

    /** The same with one attempt more. */
    LaunchRecord with(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        return with(all);
    }

    /** The same, with the version of what runs the last attempt. */
    LaunchRecord with(String what, String version) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.set(all.size() - 1, latest().with(what, version));
        return with(all);
    }

    /** The same without its last attempt, which did not come about. */
    LaunchRecord withoutLatest() {
        return with(attempts.subList(0, attempts.size() - 1));
    }

    /** The same with a part of the last attempt, or, when it is in an earlier one, with what is now known of it. */
    LaunchRecord with(Part part) {
        boolean known = parts().stream().anyMatch(each -> each.number() == part.number());
        int place = known ? attempts.indexOf(attemptOf(part)) : attempts.size() - 1;
        List<Attempt> all = new ArrayList<>(attempts);
        all.set(place, all.get(place).with(part));
        return with(all);
    }

    private LaunchRecord with(List<Attempt> all) {
        return new LaunchRecord(
                schema,
                launch,
                created,
                version,
                host,
                user,
                code,
                sweep,
                tasks,
                only,
                command,
                all,
                settings,
                milliseconds);
    }

    LaunchRecord pushed(String outcome, Map<String, Long> times) {
        return new LaunchRecord(
                schema,
                launch,
                created,
                version,
                host,
                user,
                code.pushed(outcome),
                sweep,
                tasks,
                only,
                command,
                attempts,
                settings,
                times);
    }
}
