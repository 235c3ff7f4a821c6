package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.JobId;
import io.github.snapsweep.slurm.TaskId;
import io.github.snapsweep.slurm.TaskIndices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a launch that is sent at once: a job array, or, on this machine, all tasks of an attempt. The marks and the
 * logs of a task are its part's, so that nothing of an earlier attempt is lost.
 *
 * @param number counts through all attempts of the launch, from 0
 * @param tasks the numbers of its tasks, {@code 0-99,104}; empty for the job that builds what they run
 * @param tasksPerJob so many tasks with numbers in a row share a job of the array
 * @param first the number of the job that has index 0 in the array: a task's job is its own number divided by
 *     tasksPerJob
 * @param state what is known of it
 * @param token the one word that no other job's comment has; null on this machine
 * @param job Slurm's id of the array; null before it is known, and on this machine
 * @param cluster the cluster that sbatch named; before, those that it may be sent to, with commas; null for this machine's own
 * @param sbatch the command that sent it, as a person would type it; null on this machine
 * @param said why Slurm did not take it; null when it did
 */
public record Part(
        int number,
        String tasks,
        int tasksPerJob,
        int first,
        PartState state,
        @Nullable String token,
        @Nullable Long job,
        @Nullable String cluster,
        @Nullable String sbatch,
        @Nullable String said) {

    public Part {
        if (number < 0 || tasksPerJob < 1) {
            throw new IllegalArgumentException("a part has a number from 0 on, and at least one task in a job");
        }
    }

    /** The tasks of this machine. */
    static Part local(int number, TaskIndices tasks) {
        return new Part(number, tasks.text(), 1, 0, PartState.TAKEN, null, null, null, null, null);
    }

    /** A job array that is about to be sent. */
    static Part sending(int number, JobArrays.Chunk chunk, String token, @Nullable String clusters, String sbatch) {
        return new Part(
                number,
                chunk.tasks().text(),
                chunk.tasksPerJob(),
                chunk.first(),
                PartState.SENDING,
                token,
                null,
                clusters,
                sbatch,
                null);
    }

    /** A job that is about to be sent and builds what the tasks run. */
    static Part building(int number, String token, @Nullable String clusters, String sbatch) {
        return new Part(number, "", 1, 0, PartState.SENDING, token, null, clusters, sbatch, null);
    }

    /** Whether it is a build, which has no task. */
    boolean isBuild() {
        return tasks.isEmpty();
    }

    Part takenAs(JobId id) {
        return new Part(
                number,
                tasks,
                tasksPerJob,
                first,
                PartState.TAKEN,
                token,
                id.id(),
                id.cluster().orElse(null),
                sbatch,
                null);
    }

    Part refused(String why) {
        return new Part(number, tasks, tasksPerJob, first, PartState.REFUSED, token, null, cluster, sbatch, why);
    }

    Part givenUp() {
        return new Part(number, tasks, tasksPerJob, first, PartState.GIVEN_UP, token, null, cluster, sbatch, null);
    }

    /** The numbers of its tasks. */
    TaskIndices numbers() {
        return TaskIndices.parse(tasks).orElseGet(() -> TaskIndices.upTo(0));
    }

    /** Whether its tasks run, or may run, by it. */
    boolean counts() {
        return state == PartState.TAKEN || state == PartState.SENDING;
    }

    /** Slurm's id of the array, once it is known. */
    public Optional<JobId> id() {
        return Optional.ofNullable(job).map(id -> new JobId(id, Optional.ofNullable(cluster)));
    }

    /** The index in the array of the job that runs a task. */
    int index(int task) {
        return task / tasksPerJob - first;
    }

    /** What Slurm calls the job of a task, once it is known. */
    Optional<TaskId> id(int task) {
        return id().map(array -> TaskId.of(array, index(task)));
    }
}
