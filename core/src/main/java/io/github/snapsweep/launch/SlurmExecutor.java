package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.SlurmProblems;
import io.github.snapsweep.process.ShellWords;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.ArrayRange;
import io.github.snapsweep.slurm.BatchScript;
import io.github.snapsweep.slurm.ClusterLimits;
import io.github.snapsweep.slurm.JobId;
import io.github.snapsweep.slurm.JobLabel;
import io.github.snapsweep.slurm.JobLogs;
import io.github.snapsweep.slurm.JobOptions;
import io.github.snapsweep.slurm.SbatchAnswer;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.Submission;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hands the tasks to Slurm, as job arrays of at most MaxArraySize tasks each. What was submitted is recorded before the
 * next array goes out.
 */
final class SlurmExecutor implements Executor {

    /** How long a job of unknown fate is looked for: a controller that hung takes it up when it wakes. */
    private static final int LOOKS = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final SlurmClient client;
    private final SlurmSettings settings;
    private final Progress progress;

    SlurmExecutor(SlurmClient client, SlurmSettings settings, Progress progress) {
        this.client = client;
        this.settings = settings;
        this.progress = progress;
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
        options().flags(); // a value that cannot be given to sbatch
    }

    @Override
    public List<String> preview(PreparedLaunch launch) throws InterruptedException {
        return chunks(launch).stream()
                .map(chunk ->
                        ShellWords.join(submission(launch, chunk, List.of()).words()))
                .toList();
    }

    @Override
    public LaunchRecord run(PreparedLaunch launch, LaunchRecord record) throws IOException, InterruptedException {
        LaunchRecord current = record;
        List<LaunchRecord.Job> jobs = new ArrayList<>();
        int taken = 0;
        for (Chunk chunk : chunks(launch)) {
            Submission submission = submission(launch, chunk, jobs);
            Files.createDirectories(submission.logs().folder());
            JobId id = submit(submission, taken, launch);
            taken += chunk.tasks();
            jobs.add(new LaunchRecord.Job(
                    id.id(),
                    id.cluster().orElse(null),
                    chunk.first,
                    chunk.span(),
                    ShellWords.join(submission.words())));
            current = current.with(List.copyOf(jobs));
            record(current, launch.folder(), id);
        }
        progress.info("submitted " + Counted.of(launch.tasks(), "task") + " to Slurm as "
                + (jobs.size() == 1 ? "job " : "jobs ")
                + String.join(
                        ", ", jobs.stream().map(job -> String.valueOf(job.id())).toList())
                + "; how they do:  mvn slurm:status");
        return current;
    }

    private static void record(LaunchRecord current, LaunchFolder folder, JobId id) {
        try {
            folder.write(current);
        } catch (IOException e) {
            throw LaunchProblems.notRecorded(id.id(), folder.recordFile(), e);
        }
    }

    private JobId submit(Submission submission, int taken, PreparedLaunch launch) throws InterruptedException {
        SbatchAnswer answer = client.submit(submission);
        if (answer instanceof SbatchAnswer.Submitted submitted) {
            return submitted.job();
        }
        if (answer instanceof SbatchAnswer.Uncertain uncertain) {
            return find(submission)
                    .orElseThrow(() -> SlurmProblems.uncertain(
                            uncertain.text(), submission.label().token()));
        }
        SbatchAnswer.Refused refused = (SbatchAnswer.Refused) answer;
        if (taken == 0) {
            throw new NothingTaken(SlurmProblems.refused(refused.text(), refused.advice()));
        }
        throw LaunchProblems.partlySubmitted(
                launch.folder().id(), taken, launch.tasks(), refused.text(), refused.advice());
    }

    private Optional<JobId> find(Submission submission) throws InterruptedException {
        for (int look = 1; look <= LOOKS; look++) {
            Optional<JobId> found = client.find(submission).known().flatMap(each -> each);
            if (found.isPresent()) {
                return found;
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return Optional.empty();
    }

    /** The limit bounds an array's largest index, see slurm.conf(5), MaxArraySize. */
    private List<Chunk> chunks(PreparedLaunch launch) throws InterruptedException {
        int largest = client.limits().known().orElse(ClusterLimits.DEFAULTS).largestArray();
        int size = Math.max(1, Math.min(largest, LaunchFolder.SHARD));
        NavigableMap<Integer, List<Integer>> byFirst = new TreeMap<>();
        for (int task : launch.numbers().values()) {
            int first = task - task % size;
            byFirst.computeIfAbsent(first, none -> new ArrayList<>()).add(task - first);
        }
        List<Chunk> chunks = new ArrayList<>();
        byFirst.forEach((first, indices) ->
                chunks.add(new Chunk(chunks.size(), byFirst.size(), first, TaskIndices.of(indices))));
        return chunks;
    }

    private Submission submission(PreparedLaunch launch, Chunk chunk, List<LaunchRecord.Job> before) {
        String id = launch.folder().id();
        Path logs = launch.folder().logs().resolve(String.valueOf(chunk.number));
        SlurmSettings.Job job = settings.job();
        String token = id + "." + Integer.toHexString(launch.folder().project().hashCode())
                + (chunk.number == 0 ? "" : "." + chunk.number);
        Submission submission = Submission.of(
                        new JobLabel(job.name().orElse(id), "snapsweep." + token, job.comment()),
                        ArrayRange.of(chunk.indices).throttled(chunk.throttle(parallelism())),
                        new JobLogs(logs, job.stderrToStdout()),
                        new BatchScript(
                                launch.folder().script(), List.of(String.valueOf(chunk.first)), launch.directory()))
                .with(options());
        if (job.ending().maxNumTimeout() > 0) {
            submission =
                    submission.signalled("B:USR2@" + job.ending().signalDelay().toSeconds());
        }
        int waitsFor = chunk.number - parallelism();
        return waitsFor >= 0 && waitsFor < before.size()
                ? submission.after("afterany:" + before.get(waitsFor).id())
                : submission;
    }

    private int parallelism() {
        return settings.executor().arrayParallelism();
    }

    private JobOptions options() {
        return new JobOptions(settings.job().options(), settings.job().additionalParameters());
    }

    /**
     * The tasks of one array.
     *
     * @param number which array, from 0
     * @param count how many arrays there are
     * @param first the task of its index 0, which may not run
     * @param indices those of its tasks that run
     */
    private record Chunk(int number, int count, int first, TaskIndices indices) {

        /** How many tasks run. */
        int tasks() {
            return indices.values().size();
        }

        /** How many indices there are from 0 to the last. */
        int span() {
            return indices.values().last() + 1;
        }

        /**
         * Its share of the tasks that may run at a time. More arrays than that run one task at a time each, and wait for
         * an earlier one to end.
         */
        int throttle(int parallelism) {
            int share = parallelism / count + (number < parallelism % count ? 1 : 0);
            return Math.max(1, Math.min(share, tasks()));
        }
    }
}
