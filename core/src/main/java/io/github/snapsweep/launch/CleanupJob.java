package io.github.snapsweep.launch;

import io.github.snapsweep.config.CleanupAfterJob;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.file.WholeFile;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.ArrayRange;
import io.github.snapsweep.slurm.BatchScript;
import io.github.snapsweep.slurm.JobLabel;
import io.github.snapsweep.slurm.JobLogs;
import io.github.snapsweep.slurm.JobOptions;
import io.github.snapsweep.slurm.SbatchAnswer;
import io.github.snapsweep.slurm.SbatchOption;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.Submission;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.WorktreeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The job that cleans up after a launch: Slurm starts it when the others have ended, however they did, and after every
 * requeue. It runs a {@link CleanupScript}, since nothing of this tool need be on a node.
 */
final class CleanupJob {

    /** What decides where a job may run; it asks for nothing else. */
    private static final Set<SbatchOption> PLACE =
            Set.of(SbatchOption.PARTITION, SbatchOption.QOS, SbatchOption.ACCOUNT, SbatchOption.RESERVATION);

    private static final String MINUTES = "30";

    private final Path project;
    private final LaunchRequest.Surroundings surroundings;
    private final Progress progress;
    private final LaunchStates states;

    CleanupJob(Path project, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.surroundings = surroundings;
        this.progress = surroundings.progress();
        this.states = LaunchStates.of(project, surroundings);
    }

    /** Says that an attempt begins, before its worktree is looked for: what the jobs of earlier ones find. */
    static void begin(LaunchFolder folder, int attempt) throws IOException {
        WholeFile.replace(folder.path().resolve("begun"), out -> out.write(attempt + "\n"));
    }

    /**
     * Sends the job that cleans up after an attempt in Slurm, if that was asked for. A Slurm that does not take it is no
     * failure: the next command of ours that sees the end does it.
     */
    void send(LaunchFolder folder, SlurmSettings settings) throws IOException, InterruptedException {
        LaunchRecord launch = folder.read();
        if (!LaunchCleanup.isAsked(launch, project) || launch.latest().executor() != ExecutorKind.SLURM) {
            return;
        }
        try {
            Optional<CleanupScript> script = script(folder, launch);
            Optional<String> why = script.isEmpty() ? Optional.of("its worktree is not to be found") : Optional.empty();
            if (script.isPresent()) {
                why = submit(folder, launch, script.get(), settings);
            }
            progress.info(why.map(reason -> "no job cleans up after the launch: " + reason
                            + "; the next goal that sees its end does, or mvn snapshot:prune")
                    .orElse("its worktree goes when its last task has ended (cleanupAfterJob)"));
        } catch (Problem e) {
            progress.warn("no job cleans up after the launch: " + e.getMessage());
        }
    }

    private Optional<CleanupScript> script(LaunchFolder folder, LaunchRecord launch) {
        try (GitRepository repository = GitRepository.containing(project)) {
            SnapshotSetup setup = new KeptCode(project, folder, surroundings).setup(repository, launch);
            Path own = WorktreeFolder.byDefault(repository);
            boolean branch = LaunchCleanup.asked(launch, project) == CleanupAfterJob.BRANCH;
            Optional<Snapshot> snapshot = LaunchCleanup.snapshot(setup.snapshots(), launch);
            String lock = LaunchLock.of(folder).text();
            return setup.worktrees().list().stream()
                    .filter(worktree -> worktree.launches().contains(lock))
                    .findFirst()
                    .map(worktree -> new CleanupScript(
                            folder,
                            worktree.path(),
                            worktree.administration(),
                            own.equals(worktree.path().getParent()) ? own.toString() : "",
                            String.valueOf(launch.code().snapshot()),
                            worktree.commit(),
                            branch && snapshot.isPresent()
                                    ? OptionalInt.of(setup.snapshots().uses(snapshot.get()))
                                    : OptionalInt.empty()));
        }
    }

    /** Why Slurm has no such job; empty when it has. */
    private Optional<String> submit(
            LaunchFolder folder, LaunchRecord launch, CleanupScript script, SlurmSettings settings)
            throws IOException, InterruptedException {
        LaunchStatus status = states.of(folder);
        if (!status.notice().isEmpty()) {
            return Optional.of(status.notice());
        }
        if (launch.parts().stream().anyMatch(part -> part.cluster() != null)) {
            return Optional.of("its jobs are on another cluster, which no dependency reaches");
        }
        int attempt = launch.latest().number();
        Path file = folder.path().resolve("cleanup." + attempt + ".sh");
        Files.writeString(file, script.text());
        begin(folder, attempt);
        Path logs = Files.createDirectories(folder.logs().resolve("cleanup"));
        Submission submission = Submission.of(
                        new JobLabel(
                                "cleanup-" + settings.job().name().orElse(folder.id()),
                                "snapsweep-cleanup." + folder.id() + "." + attempt),
                        ArrayRange.upTo(1),
                        new JobLogs(logs, true),
                        new BatchScript(file, List.of(String.valueOf(attempt)), folder.path()))
                .with(new JobOptions(options(settings), Map.of()));
        SbatchAnswer answer = new SlurmClient(surroundings.runner(), surroundings.host(), project)
                .submit(submission.after(ended(status)));
        return answer instanceof SbatchAnswer.Submitted
                ? Optional.empty()
                : Optional.of("sbatch did not take it: " + said(answer));
    }

    private static String said(SbatchAnswer answer) {
        if (answer instanceof SbatchAnswer.Refused refused) {
            return refused.text();
        }
        return answer instanceof SbatchAnswer.Unreached unreached ? unreached.text() : "no answer";
    }

    private static Map<SbatchOption, String> options(SlurmSettings settings) {
        Map<SbatchOption, String> options = new EnumMap<>(SbatchOption.class);
        settings.job().options().forEach((option, value) -> {
            if (PLACE.contains(option)) {
                options.put(option, value);
            }
        });
        options.put(SbatchOption.TIMEOUT_MIN, MINUTES);
        options.put(SbatchOption.NODES, "1");
        options.put(SbatchOption.TASKS_PER_NODE, "1");
        return options;
    }

    /** When all jobs that were just sent have ended, and those of earlier attempts that have not yet. */
    private static String ended(LaunchStatus status) {
        Map<Integer, Part> places = status.launch().places();
        Stream<Part> open = status.tasks().stream()
                .filter(task -> !task.state().isEnd() && places.containsKey(task.task()))
                .map(task -> places.get(task.task()));
        return Stream.concat(status.launch().latest().parts().stream(), open)
                .flatMap(part -> part.id().stream())
                .map(job -> String.valueOf(job.id()))
                .distinct()
                .collect(Collectors.joining(":", "afterany:", ""));
    }
}
