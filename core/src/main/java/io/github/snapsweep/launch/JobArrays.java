package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.process.ShellWords;
import io.github.snapsweep.slurm.ArrayRange;
import io.github.snapsweep.slurm.BatchScript;
import io.github.snapsweep.slurm.ClusterLimits;
import io.github.snapsweep.slurm.JobLabel;
import io.github.snapsweep.slurm.JobLogs;
import io.github.snapsweep.slurm.JobOptions;
import io.github.snapsweep.slurm.Submission;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The job arrays of an attempt: its tasks in jobs of tasksPerJob tasks each, the jobs in arrays of at most MaxArraySize
 * (which bounds the largest index, see slurm.conf(5)). A task has the same index in every attempt.
 */
final class JobArrays {

    private final PreparedLaunch launch;
    private final SlurmSettings settings;
    private final int attempt;
    private final Optional<String> dependency;
    private final ClusterLimits limits;
    private final List<Chunk> chunks;

    JobArrays(
            PreparedLaunch launch,
            SlurmSettings settings,
            ClusterLimits limits,
            int attempt,
            Optional<String> dependency) {
        this.launch = launch;
        this.settings = settings;
        this.attempt = attempt;
        this.dependency = dependency;
        this.limits = limits;
        this.chunks = chunks(Math.max(1, Math.min(limits.largestArray(), LaunchFolder.SHARD)));
    }

    private List<Chunk> chunks(int size) {
        int tasksPerJob = settings.executor().tasksPerJob();
        NavigableMap<Integer, List<Integer>> byFirst = new TreeMap<>();
        for (int task : launch.numbers().values()) {
            int job = task / tasksPerJob;
            byFirst.computeIfAbsent(job - job % size, none -> new ArrayList<>()).add(task);
        }
        List<Chunk> all = new ArrayList<>();
        byFirst.forEach((first, tasks) ->
                all.add(new Chunk(all.size(), byFirst.size(), first, tasksPerJob, TaskIndices.of(tasks))));
        return all;
    }

    /** Slurm's version; empty when it did not say. */
    String slurmVersion() {
        return limits.version();
    }

    /** All that is to be sent, in order: the build first, where the tasks wait for one. */
    List<Outgoing> outgoing() {
        List<Outgoing> all = new ArrayList<>();
        if (launch.waitsForBuild()) {
            all.add(new Build());
        }
        chunks.forEach(chunk -> all.add(new Array(chunk)));
        return all;
    }

    /** The job that builds what the tasks run. */
    private final class Build implements Outgoing {

        @Override
        public int tasks() {
            return 0;
        }

        @Override
        public Submission submission(int number, List<Part> before) {
            Map<String, String> options = new LinkedHashMap<>(settings.job().additionalParameters());
            options.putAll(settings.preparation().buildParameters());
            BatchScript script =
                    new BatchScript(launch.folder().buildScript(), List.of(String.valueOf(number)), launch.directory());
            return of(number, ArrayRange.upTo(1), script)
                    .with(new JobOptions(settings.job().options(), options));
        }

        @Override
        public Part part(int number, Submission submission) {
            return Part.building(
                    number,
                    submission.label().token(),
                    submission.askedClusters().orElse(null),
                    ShellWords.join(submission.words()));
        }

        @Override
        public void write(Part part) throws IOException {
            Files.createDirectories(launch.folder().logs(part));
            Files.deleteIfExists(launch.folder().buildMark()); // of an earlier attempt
        }
    }

    /** Tasks, as an array of jobs. */
    private final class Array implements Outgoing {

        private final Chunk chunk;

        Array(Chunk chunk) {
            this.chunk = chunk;
        }

        @Override
        public int tasks() {
            return chunk.tasks.values().size();
        }

        @Override
        public Submission submission(int number, List<Part> before) {
            SlurmSettings.Ending ending = settings.job().ending();
            BatchScript script =
                    new BatchScript(launch.folder().script(attempt), arguments(number), launch.directory());
            Submission submission = of(
                            number, ArrayRange.of(chunk.indices()).throttled(chunk.throttle(parallelism())), script)
                    .with(new JobOptions(settings.job().options(), options()));
            if (ending.maxNumTimeout() > 0) {
                submission =
                        submission.signalled("B:USR2@" + ending.signalDelay().toSeconds());
            }
            return dependency(before).map(submission::after).orElse(submission);
        }

        @Override
        public Part part(int number, Submission submission) {
            return Part.sending(
                    number,
                    chunk,
                    submission.label().token(),
                    submission.askedClusters().orElse(null),
                    ShellWords.join(submission.words()));
        }

        /** The folder of the jobs' logs, and which tasks each has. */
        @Override
        public void write(Part part) throws IOException {
            Files.createDirectories(launch.folder().logs(part));
            if (chunk.tasksPerJob == 1) {
                return;
            }
            Files.createDirectories(launch.folder().parts());
            List<String> lines = IntStream.rangeClosed(
                            0, chunk.indices().values().last())
                    .mapToObj(index -> chunk.tasks.values().stream()
                            .filter(task -> chunk.index(task) == index)
                            .map(String::valueOf)
                            .collect(Collectors.joining(" ")))
                    .toList();
            Files.write(launch.folder().parts().resolve(part.number() + ".tasks"), lines);
        }

        private List<String> arguments(int number) {
            return IntStream.of(
                            chunk.first,
                            number,
                            attempt,
                            settings.job().ending().maxNumTimeout())
                    .mapToObj(String::valueOf)
                    .toList();
        }

        /** Tasks whose build has failed go from the queue, instead of waiting there for ever: see sbatch(1). */
        private Map<String, String> options() {
            Map<String, String> options = new LinkedHashMap<>(settings.job().additionalParameters());
            if (launch.waitsForBuild()) {
                options.put("kill-on-invalid-dep", "yes");
            }
            return options;
        }

        /** What must come first: a launch, the build, and, where more arrays are sent than tasks may run, an earlier one. */
        private Optional<String> dependency(List<Part> before) {
            List<Long> arrays = ids(before, part -> !part.isBuild());
            int earlier = chunk.number - parallelism();
            List<String> all = new ArrayList<>();
            dependency.ifPresent(all::add);
            ids(before, Part::isBuild).forEach(build -> all.add("afterok:" + build));
            if (earlier >= 0 && earlier < arrays.size()) {
                all.add("afterany:" + arrays.get(earlier));
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(String.join(",", all));
        }

        private static List<Long> ids(List<Part> parts, Predicate<Part> wanted) {
            return parts.stream()
                    .filter(wanted)
                    .filter(Part::counts)
                    .flatMap(part -> part.id().stream())
                    .map(id -> id.id())
                    .toList();
        }
    }

    /** What the tokens of all jobs of a launch begin with. */
    static String token(LaunchFolder folder) {
        return "snapsweep." + folder.id() + "."
                + Integer.toHexString(folder.project().hashCode());
    }

    private Submission of(int number, ArrayRange array, BatchScript script) {
        LaunchFolder folder = launch.folder();
        SlurmSettings.Job job = settings.job();
        String token = token(folder) + "." + number;
        return Submission.of(
                new JobLabel(job.name().orElse(folder.id()), token, job.comment()),
                array,
                new JobLogs(folder.logs().resolve(String.valueOf(number)), job.stderrToStdout()),
                script);
    }

    private int parallelism() {
        return settings.executor().arrayParallelism();
    }

    /**
     * The tasks of one array.
     *
     * @param number which array, from 0
     * @param count how many arrays there are
     * @param first the job that has index 0, which may not run
     * @param tasksPerJob how many tasks a job may have
     * @param tasks the numbers of its tasks
     */
    record Chunk(int number, int count, int first, int tasksPerJob, TaskIndices tasks) {

        int index(int task) {
            return task / tasksPerJob - first;
        }

        /** The indices of its jobs. */
        TaskIndices indices() {
            return TaskIndices.of(
                    tasks.values().stream().map(this::index).distinct().toList());
        }

        /**
         * Its share of the jobs that may run at a time. More arrays than that run one job at a time each, and wait for
         * an earlier one to end.
         */
        int throttle(int parallelism) {
            int share = parallelism / count + (number < parallelism % count ? 1 : 0);
            return Math.max(1, Math.min(share, indices().values().size()));
        }
    }
}
