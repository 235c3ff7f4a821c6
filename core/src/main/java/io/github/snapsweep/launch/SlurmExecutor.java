package io.github.snapsweep.launch;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.SlurmProblems;
import io.github.snapsweep.process.ShellWords;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.ClusterLimits;
import io.github.snapsweep.slurm.JobOptions;
import io.github.snapsweep.slurm.Reply;
import io.github.snapsweep.slurm.SbatchAnswer;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.Submission;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hands the tasks to Slurm, as job arrays of at most MaxArraySize jobs each, and each of them once, whatever happens: a
 * part is written down before sbatch is started, its job's id before the next one goes out. A part without an answer is
 * looked for before its tasks are sent again; and should its job appear even later, it finds that it was given up.
 */
final class SlurmExecutor implements Executor {

    private static final double JITTER = 0.25;

    /** How often a part is sent again after its job was looked for in vain. */
    private static final int RESENDS = 2;

    private final SlurmClient client;
    private final SlurmSettings settings;
    private final AfterLaunch after;
    private final Progress progress;
    private final Pauses pauses;

    SlurmExecutor(SlurmClient client, SlurmSettings settings, AfterLaunch after, Progress progress, Pauses pauses) {
        this.client = client;
        this.settings = settings;
        this.after = after;
        this.progress = progress;
        this.pauses = pauses;
    }

    @Override
    public ExecutorKind kind() {
        return ExecutorKind.SLURM;
    }

    @Override
    public void requireReady() {
        if (!client.isInstalled()) {
            throw SlurmProblems.missing("sbatch");
        }
        new JobOptions(settings.job().options(), settings.job().additionalParameters())
                .flags(); // a value that cannot be given to sbatch
        after.dependency(); // a launch that is not there, or has failed
    }

    @Override
    public List<String> preview(PreparedLaunch launch) throws InterruptedException {
        JobArrays arrays = arrays(launch, 1);
        List<Outgoing> all = arrays.outgoing();
        return IntStream.range(0, all.size())
                .mapToObj(number -> all.get(number).submission(number, List.of()))
                .map(submission -> ShellWords.join(submission.words()))
                .toList();
    }

    @Override
    public LaunchRecord send(PreparedLaunch launch, LaunchRecord record) throws IOException, InterruptedException {
        JobArrays arrays = arrays(launch, record.latest().number());
        LaunchRecord current = arrays.slurmVersion().isEmpty() ? record : record.with("slurm", arrays.slurmVersion());
        int taken = 0;
        for (Outgoing job : arrays.outgoing()) {
            current = send(job, launch, current, taken);
            taken += job.tasks();
        }
        List<String> ids = ids(current, part -> !part.isBuild());
        ids(current, Part::isBuild).forEach(id -> progress.info("the build is job " + id + "; the tasks wait for it"));
        progress.info("submitted " + Counted.of(launch.tasks(), "task") + " to Slurm as "
                + (ids.size() == 1 ? "job " : "jobs ") + shown(ids) + "; how they do:  mvn slurm:status");
        return current;
    }

    private static List<String> ids(LaunchRecord record, Predicate<Part> wanted) {
        return record.latest().parts().stream()
                .filter(wanted)
                .flatMap(part -> part.id().stream())
                .map(id -> String.valueOf(id.id()))
                .toList();
    }

    private static String shown(List<String> ids) {
        int most = 10;
        return ids.stream().limit(most).collect(Collectors.joining(", ")) + (ids.size() > most ? ", ..." : "");
    }

    /** Nothing is left to do: Slurm runs what it has. */
    @Override
    public void run(PreparedLaunch launch, LaunchRecord record) {}

    private LaunchRecord send(Outgoing job, PreparedLaunch launch, LaunchRecord record, int taken)
            throws IOException, InterruptedException {
        LaunchRecord current = record;
        for (int resend = 0; ; resend++) {
            int number = current.nextPart();
            Submission submission = job.submission(number, record.latest().parts());
            Part part = job.part(number, submission);
            job.write(part);
            current = current.with(part);
            launch.folder().write(current);
            Part sent = sent(part, submission, launch);
            current = current.with(sent);
            write(current, launch.folder(), sent);
            switch (sent.state()) {
                case TAKEN -> {
                    return current;
                }
                case REFUSED ->
                    throw refused(sent, taken, launch, record.latest().parts());
                case SENDING -> throw SlurmProblems.uncertain(launch.folder().id(), String.valueOf(sent.token()));
                case GIVEN_UP -> {
                    if (resend == RESENDS) {
                        throw LaunchProblems.sentInVain(launch.folder().id(), resend + 1);
                    }
                    progress.warn("sbatch gave no answer, and Slurm does not have the job: it is sent again");
                }
            }
        }
    }

    private static void write(LaunchRecord current, LaunchFolder folder, Part part) {
        try {
            folder.write(current);
        } catch (IOException e) {
            throw LaunchProblems.notRecorded(String.valueOf(part.job()), folder.recordFile(), e);
        }
    }

    private RuntimeException refused(Part part, int taken, PreparedLaunch launch, List<Part> before)
            throws InterruptedException {
        String said = String.valueOf(part.said());
        String advice = SlurmProblems.advice(said);
        if (taken == 0) {
            cancelBuild(before);
        }
        return taken == 0
                ? new NothingTaken(SlurmProblems.refused(said, advice))
                : LaunchProblems.partlySubmitted(launch.folder().id(), taken, launch.tasks(), said, advice);
    }

    /** A build that no task will wait for is not to run in a worktree that goes. */
    private void cancelBuild(List<Part> parts) throws InterruptedException {
        for (Part part : parts) {
            if (part.isBuild() && part.id().isPresent()) {
                client.cancel(part.id().get(), TaskIndices.upTo(1));
            }
        }
    }

    /** Sends a part: what came of it is known for good, unless Slurm stays silent. */
    private Part sent(Part part, Submission submission, PreparedLaunch launch)
            throws IOException, InterruptedException {
        SbatchAnswer answer = patiently(() -> client.submit(submission), SbatchAnswer.Unreached.class::isInstance);
        if (answer instanceof SbatchAnswer.Submitted submitted) {
            return part.takenAs(submitted.job());
        }
        if (answer instanceof SbatchAnswer.Refused refused) {
            return part.refused(refused.text());
        }
        if (answer instanceof SbatchAnswer.Unreached unreached) {
            return part.refused(unreached.text());
        }
        progress.warn("sbatch gave no answer; looking whether Slurm has the job ...");
        return new LostParts(client, launch.folder(), pauses).settle(part);
    }

    /** An order or a question to Slurm. */
    @FunctionalInterface
    private interface Call<T> {
        T ask() throws InterruptedException;
    }

    /** A controller that cannot be reached is tried again for some time, at longer and longer intervals. */
    private <T> T patiently(Call<T> call, Predicate<T> unreached) throws InterruptedException {
        Duration patience = settings.executor().patience();
        if (patience.isZero()) {
            return call.ask();
        }
        RetryPolicy<T> policy = RetryPolicy.<T>builder()
                .handleIf((result, failure) -> failure == null && unreached.test(result)) // a failure is none to repeat
                .withBackoff(pauses.first(), pauses.longest())
                .withJitter(JITTER)
                .withMaxRetries(-1)
                .withMaxDuration(patience)
                .onRetryScheduled(next -> progress.warn("Slurm's controller cannot be reached; trying again in "
                        + next.getDelay().toSeconds() + " s, for " + patience.toSeconds() + " s in all"
                        + " (-Dslurm.patienceS)"))
                .build();
        try {
            return Failsafe.with(policy).get(call::ask);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw e;
        }
    }

    /** What the cluster allows is asked first: to guess it would send arrays that are refused. */
    private JobArrays arrays(PreparedLaunch launch, int attempt) throws InterruptedException {
        Reply<ClusterLimits> limits = patiently(client::limits, Reply::isUnreached);
        return new JobArrays(
                launch, settings, limits.known().orElse(ClusterLimits.DEFAULTS), attempt, after.dependency());
    }
}
