package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.TaskIndices;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a launch was: everything needed to say later what ran, and where it went. {@code launch.json}.
 *
 * @param schema the version of this form; it grows when a field changes its meaning
 * @param launch the launch's name
 * @param created when it was submitted
 * @param version this tool's version
 * @param host where it was submitted
 * @param pid the process that submitted it there; it is what runs the tasks of this machine
 * @param user who submitted it
 * @param code what code it runs
 * @param sweep the sweep's texts, with the seeds that were drawn: they give the same points again
 * @param tasks how many tasks it has
 * @param only the numbers of its tasks; null when they are those from 0 on
 * @param command what each task runs, its parameters aside
 * @param executor who runs the tasks
 * @param jobs what was submitted to Slurm, in order; empty for tasks of this machine
 * @param settings the effective settings and where each comes from
 * @param milliseconds how long each step took
 */
public record LaunchRecord(
        int schema,
        String launch,
        Instant created,
        String version,
        String host,
        long pid,
        String user,
        Code code,
        List<String> sweep,
        int tasks,
        @Nullable String only,
        List<String> command,
        ExecutorKind executor,
        List<Job> jobs,
        Map<String, String> settings,
        Map<String, Long> milliseconds) {

    static final int SCHEMA = 1;

    /**
     * The code of a launch.
     *
     * @param snapshot the snapshot's branch; null when the live tree runs
     * @param commit the snapshot's commit; null when the live tree runs
     * @param base the commit that HEAD was; null when there was none
     * @param branch the branch that was checked out
     * @param changed the paths that differ from the base
     * @param worktree where the tasks run
     * @param pushed how the push went
     */
    public record Code(
            @Nullable String snapshot,
            @Nullable String commit,
            @Nullable String base,
            @Nullable String branch,
            List<String> changed,
            Path worktree,
            String pushed) {}

    /**
     * A job array in Slurm.
     *
     * @param id the job's id
     * @param cluster the cluster, where sbatch named one
     * @param first the number of the task at its index 0
     * @param tasks how many tasks it has, from index 0 to its last one; some between may not run
     * @param sbatch the command that submitted it, as a person would type it
     */
    public record Job(long id, @Nullable String cluster, int first, int tasks, String sbatch) {}

    /** The numbers of its tasks. */
    TaskIndices numbers() {
        return Optional.ofNullable(only).flatMap(TaskIndices::parse).orElseGet(() -> TaskIndices.upTo(tasks));
    }

    LaunchRecord with(List<Job> submitted) {
        return new LaunchRecord(
                schema,
                launch,
                created,
                version,
                host,
                pid,
                user,
                code,
                sweep,
                tasks,
                only,
                command,
                executor,
                submitted,
                settings,
                milliseconds);
    }

    LaunchRecord pushed(String outcome, Map<String, Long> times) {
        Code published =
                new Code(code.snapshot, code.commit, code.base, code.branch, code.changed, code.worktree, outcome);
        return new LaunchRecord(
                schema, launch, created, version, host, pid, user, published, sweep, tasks, only, command, executor,
                jobs, settings, times);
    }
}
