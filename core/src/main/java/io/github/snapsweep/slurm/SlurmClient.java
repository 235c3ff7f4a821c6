package io.github.snapsweep.slurm;

import io.github.snapsweep.problem.SlurmProblems;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Talks to Slurm: each method is one question or order, and blocks until it is answered. */
public final class SlurmClient {

    /** sbatch itself retries for 120 s when the queue is full; killed earlier, it would leave us uncertain. */
    static final Duration SUBMIT_LIMIT = Duration.ofMinutes(3);

    /** Slurm's programs give up by themselves: on a controller that is down after 9 or 18 s, without a configuration after 59 s. */
    static final Duration QUERY_LIMIT = Duration.ofSeconds(75);

    private static final String SBATCH = "sbatch";

    private final CommandRunner runner;
    private final Host host;
    private final Path directory;

    /**
     * @param runner what starts the programs
     * @param host its environment is theirs, without what an enclosing job left in it
     * @param directory where they are started; it must exist
     */
    public SlurmClient(CommandRunner runner, Host host, Path directory) {
        this.runner = runner;
        this.host = host;
        this.directory = directory;
    }

    /** Whether this machine has Slurm's programs. */
    public boolean isInstalled() {
        return host.program(SBATCH).isPresent();
    }

    /**
     * Submits an array, once.
     *
     * @throws io.github.snapsweep.problem.Problem when there is no sbatch, or a value cannot be given to it
     */
    public SbatchAnswer submit(Submission submission) throws InterruptedException {
        try {
            return SbatchAnswer.parse(
                    runner.run(new Command(submission.words(), directory, environment(), SUBMIT_LIMIT)));
        } catch (IOException e) {
            throw SlurmProblems.cannotStart(SBATCH, e);
        }
    }

    /** The tasks of these jobs that the controller knows. */
    public Reply<List<QueuedTask>> queue(Collection<JobId> jobs) throws InterruptedException {
        return all(JobGroup.of(jobs).stream().map(Squeue::new).toList());
    }

    /** The tasks of these jobs that the accounting database knows. */
    public Reply<List<AccountedTask>> accounting(Collection<JobId> jobs) throws InterruptedException {
        return all(JobGroup.of(jobs).stream().map(Sacct::new).toList());
    }

    /** What these jobs asked for and took, and each of their runs: slower than {@link #accounting}, a line for each step. */
    public Reply<List<TaskUsage>> usage(Collection<JobId> jobs) throws InterruptedException {
        return all(JobGroup.of(jobs).stream().map(UsageQuery::new).toList());
    }

    /** What the cluster allows. */
    public Reply<ClusterLimits> limits() throws InterruptedException {
        return ask(new LimitsQuery());
    }

    /** Cancels whole jobs; known is what was asked to end, whether it was still there or not. */
    public Reply<List<String>> cancel(Collection<JobId> jobs) throws InterruptedException {
        return all(Scancel.jobs(jobs));
    }

    /** Cancels some tasks of an array. */
    public Reply<List<String>> cancel(JobId job, TaskIndices tasks) throws InterruptedException {
        return all(Scancel.tasks(job, tasks));
    }

    /**
     * Looks for the job of a submission after an {@link SbatchAnswer.Uncertain}, on every cluster it may have been sent
     * to. That none is found is sure only some time after the controller has come back to life.
     */
    public Reply<Optional<JobId>> find(Submission submission) throws InterruptedException {
        Reply<Optional<JobId>> found = new Reply.Known<>(Optional.empty());
        for (Optional<String> cluster : submission.clusters()) {
            found = findByToken(submission.label().token(), cluster);
            boolean nothingYet = found.known().filter(Optional::isEmpty).isPresent();
            if (!nothingYet) {
                return found;
            }
        }
        return found;
    }

    /** Looks for the job with this token on this machine's cluster: see {@link #find}. */
    public Reply<Optional<JobId>> findByToken(String token) throws InterruptedException {
        return findByToken(token, Optional.empty());
    }

    /** As {@link #findByToken(String)}, on the cluster that the job was sent to. */
    public Reply<Optional<JobId>> findByToken(String token, Optional<String> cluster) throws InterruptedException {
        return ask(new TokenSearch(token, cluster));
    }

    /** Stops at the first that gets no answer: the others would wait for nothing as long. */
    private <T> Reply<List<T>> all(List<? extends Query<List<T>>> queries) throws InterruptedException {
        List<T> all = new ArrayList<>();
        for (Query<List<T>> query : queries) {
            Reply<List<T>> reply = ask(query);
            if (reply instanceof Reply.Unavailable<List<T>>) {
                return reply;
            }
            reply.known().ifPresent(all::addAll);
        }
        return new Reply.Known<>(List.copyOf(all));
    }

    private <T> Reply<T> ask(Query<T> query) throws InterruptedException {
        try {
            return query.read(runner.run(command(query)));
        } catch (IOException e) {
            return new Reply.Unavailable<>(query.words().get(0) + " cannot be started: " + e.getMessage());
        }
    }

    /** SLURM_BITSTR_LEN=0: lists of tasks are not cut. Not for sbatch, which hands its environment to the job. */
    private Command command(Query<?> query) {
        return new Command(query.words(), directory, environment(), QUERY_LIMIT).with("SLURM_BITSTR_LEN", "0");
    }

    private Map<String, String> environment() {
        return SlurmEnvironment.scrubbed(host.environment());
    }
}
