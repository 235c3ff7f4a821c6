package io.github.snapsweep.config;

import io.github.snapsweep.slurm.SbatchOption;
import io.github.snapsweep.slurm.TaskIndices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings {@code slurm.*}; what each means and its default is in the catalogue.
 *
 * @param run how a goal behaves
 * @param chosen what of a launch is acted on, and how
 * @param sweep what is run through
 * @param programs what a task runs
 * @param preparation what the worktree needs before it runs
 * @param surroundings what is put around it
 * @param executor who runs it, and how many at a time
 * @param after what must have ended before
 * @param job what is asked of Slurm
 */
public record SlurmSettings(
        Run run,
        Chosen chosen,
        Sweep sweep,
        Programs programs,
        Preparation preparation,
        Surroundings surroundings,
        Executor executor,
        After after,
        Job job) {

    static SlurmSettings of(Values values) {
        return new SlurmSettings(
                Run.of(values),
                Chosen.of(values),
                Sweep.of(values),
                Programs.of(values),
                Preparation.of(values),
                Surroundings.of(values),
                Executor.of(values),
                After.of(values),
                Job.of(values));
    }

    /**
     * The one program that a task runs.
     *
     * @throws io.github.snapsweep.problem.Problem when none is set, or several are
     */
    public Program requireProgram() {
        return programs.require();
    }

    /**
     * How a goal behaves.
     *
     * @param resultFile absolute
     * @param launch the launch to act on; {@code latest} is the last one
     * @param config the settings file that was asked for, absolute
     */
    public record Run(boolean skip, boolean dryRun, Optional<Path> resultFile, String launch, Optional<Path> config) {
        static Run of(Values values) {
            return new Run(
                    values.get(SlurmCatalogue.SKIP),
                    values.get(SlurmCatalogue.DRY_RUN),
                    values.path(SlurmCatalogue.RESULT_FILE),
                    values.get(SlurmCatalogue.LAUNCH),
                    values.path(SlurmCatalogue.CONFIG));
        }
    }

    /**
     * What of a launch is acted on, and how.
     *
     * @param tasks by their numbers; all, when empty
     * @param states by what became of them, as they were written; all, when empty
     * @param awaited whether to wait until they have ended
     * @param waitAtMost how long; for as long as it takes, when empty
     * @param follow whether to go on showing a log
     * @param lines how many of a log's last lines; all, when empty
     * @param attempt which attempt, from 1; the last, when empty
     */
    public record Chosen(
            Optional<TaskIndices> tasks,
            List<String> states,
            boolean awaited,
            Optional<Duration> waitAtMost,
            boolean follow,
            Optional<Integer> lines,
            Optional<Integer> attempt) {
        public Chosen {
            states = List.copyOf(states);
        }

        static Chosen of(Values values) {
            return new Chosen(
                    values.find(SlurmCatalogue.TASKS),
                    values.get(SlurmCatalogue.STATES),
                    values.get(SlurmCatalogue.WAIT),
                    values.find(SlurmCatalogue.WAIT_MIN).map(Duration::ofMinutes),
                    values.get(SlurmCatalogue.FOLLOW),
                    values.find(SlurmCatalogue.LINES),
                    values.find(SlurmCatalogue.ATTEMPT));
        }
    }

    /**
     * What is run through.
     *
     * @param texts sweeps in the sweep grammar, to be run one after the other; none for a single task
     * @param exclude the points that are left out: sweeps over the values that they have
     * @param only the numbers of the tasks that are run; all, when empty
     */
    public record Sweep(List<String> texts, List<String> exclude, Optional<TaskIndices> only, int maxPoints) {
        public Sweep {
            texts = List.copyOf(texts);
            exclude = List.copyOf(exclude);
        }

        static Sweep of(Values values) {
            return new Sweep(
                    values.find(SlurmCatalogue.SWEEP).orElseGet(List::of),
                    values.find(SlurmCatalogue.SWEEP_EXCLUDE).orElseGet(List::of),
                    values.find(SlurmCatalogue.ONLY),
                    values.get(SlurmCatalogue.MAX_POINTS));
        }
    }

    /**
     * What the worktree needs before a task runs in it.
     *
     * @param build lines of bash that run in it once; none, when empty
     * @param buildOn where they run
     * @param buildParameters options of sbatch for their job, over those of the tasks
     * @param carry paths that git ignores, relative to the project, which it gets from the user's tree
     * @param isolation what of it the tasks share
     */
    public record Preparation(
            List<String> build,
            BuildPlace buildOn,
            Map<String, String> buildParameters,
            List<Path> carry,
            Isolation isolation) {
        public Preparation {
            build = List.copyOf(build);
            carry = List.copyOf(carry);
        }

        static Preparation of(Values values) {
            return new Preparation(
                    values.get(SlurmCatalogue.BUILD),
                    values.get(SlurmCatalogue.BUILD_ON),
                    values.find(SlurmCatalogue.BUILD_PARAMETERS).orElseGet(Map::of),
                    values.get(SlurmCatalogue.CARRY),
                    values.get(SlurmCatalogue.ISOLATION));
        }

        /** Whether there is a build at all. */
        public boolean builds() {
            return build.stream().anyMatch(line -> !line.isBlank());
        }
    }

    /**
     * What is put around a task's program.
     *
     * @param env variables, in the order they were set
     * @param setup lines of bash, run before
     * @param teardown lines of bash, run after
     */
    public record Surroundings(
            Map<String, String> env,
            List<String> setup,
            List<String> teardown,
            boolean useSrun,
            List<String> srunArgs) {
        static Surroundings of(Values values) {
            return new Surroundings(
                    values.find(SlurmCatalogue.ENV).orElseGet(Map::of),
                    values.get(SlurmCatalogue.SETUP),
                    values.get(SlurmCatalogue.TEARDOWN),
                    values.get(SlurmCatalogue.USE_SRUN),
                    values.get(SlurmCatalogue.SRUN_ARGS));
        }
    }

    /**
     * Who runs the tasks.
     *
     * @param cluster the section of the settings file that was chosen
     * @param parallelism tasks at a time on this machine
     * @param arrayParallelism jobs at a time on Slurm
     * @param tasksPerJob tasks that a job on Slurm runs
     * @param patience how long a controller that cannot be reached is tried again
     */
    public record Executor(
            ExecutorChoice choice,
            Optional<String> cluster,
            int parallelism,
            int arrayParallelism,
            int tasksPerJob,
            Duration patience) {
        static Executor of(Values values) {
            return new Executor(
                    values.get(SlurmCatalogue.EXECUTOR),
                    values.find(SlurmCatalogue.CLUSTER),
                    values.get(SlurmCatalogue.PARALLELISM),
                    values.get(SlurmCatalogue.ARRAY_PARALLELISM),
                    values.get(SlurmCatalogue.TASKS_PER_JOB),
                    Duration.ofSeconds(values.get(SlurmCatalogue.PATIENCE_S)));
        }
    }

    /**
     * What must have ended before the tasks begin.
     *
     * @param launch another launch, by its name
     * @param kind how it must have ended
     */
    public record After(Optional<String> launch, AfterKind kind) {
        static After of(Values values) {
            return new After(values.find(SlurmCatalogue.AFTER), values.get(SlurmCatalogue.AFTER_KIND));
        }
    }

    /**
     * What is asked of Slurm.
     *
     * @param options the values of sbatch's options as {@link SbatchOption.Kind} has them, defaults included
     * @param additionalParameters any other options, by name as it was written
     * @param ending what happens as a job's time runs out
     */
    public record Job(
            Optional<String> name,
            Optional<String> comment,
            Map<SbatchOption, String> options,
            Map<String, String> additionalParameters,
            Ending ending,
            boolean stderrToStdout) {
        static Job of(Values values) {
            return new Job(
                    values.find(SlurmCatalogue.NAME),
                    values.find(SlurmCatalogue.COMMENT),
                    options(values),
                    values.find(SlurmCatalogue.ADDITIONAL_PARAMETERS).orElseGet(Map::of),
                    new Ending(
                            Duration.ofSeconds(values.get(SlurmCatalogue.SIGNAL_DELAY_S)),
                            values.get(SlurmCatalogue.MAX_NUM_TIMEOUT)),
                    values.get(SlurmCatalogue.STDERR_TO_STDOUT));
        }

        private static Map<SbatchOption, String> options(Values values) {
            Map<SbatchOption, String> options = new EnumMap<>(SbatchOption.class);
            SlurmCatalogue.options()
                    .forEach((option, setting) -> values.find(setting).ifPresent(value -> options.put(option, value)));
            return Collections.unmodifiableMap(options);
        }
    }

    /**
     * What happens as a job's time runs out.
     *
     * @param signalDelay how long before its end a job is warned
     * @param maxNumTimeout how often it is put back in the queue
     */
    public record Ending(Duration signalDelay, int maxNumTimeout) {}
}
