package io.github.snapsweep.config;

import io.github.snapsweep.slurm.SbatchOption;
import io.github.snapsweep.slurm.TaskIndices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every setting of the launches, defined once; those of sbatch come from {@link SbatchOption}. */
final class SlurmCatalogue {

    /** Bash gives these values of its own, whatever they were set to, and a task is told by those of Slurm which it is. */
    private static final String NOT_FOR_USERS =
            "_|BASHOPTS|BASHPID|BASH_[A-DF-Z][A-Z0-9_]*|DIRSTACK|EPOCHREALTIME|EPOCHSECONDS|EUID"
                    + "|FUNCNAME|GROUPS|HISTCMD|IFS|LINENO|PPID|RANDOM|SECONDS|SHELLOPTS|SRANDOM|UID"
                    + "|SLURM_ARRAY_JOB_ID|SLURM_ARRAY_TASK_ID|SLURM_JOB_ID|SLURM_RESTART_COUNT|snapsweep_.*";

    private static final Register REGISTER = new Register(Section.SLURM);

    static final Setting<ExecutorChoice> EXECUTOR =
            REGISTER.preset("executor", Scalars.oneOf(ExecutorChoice.values()), "auto", "who runs the tasks");
    static final Setting<String> CLUSTER = REGISTER.optional(
            "cluster", Scalars.name(), "the section of the settings file, below clusters, that holds too");
    static final Setting<Path> CONFIG =
            REGISTER.optional("config", Scalars.path(), "the settings file; snapsweep.yaml when unset");
    static final Setting<Boolean> SKIP =
            REGISTER.preset("skip", Scalars.flag(), "false", "whether the goal does nothing at all");
    static final Setting<Boolean> DRY_RUN =
            REGISTER.preset("dryRun", Scalars.flag(), "false", "whether the goal only says what it would do");
    static final Setting<Path> RESULT_FILE =
            REGISTER.optional("resultFile", Scalars.path(), "the file that tells what happened, as JSON");
    static final Setting<String> LAUNCH =
            REGISTER.preset("launch", Scalars.name(), "latest", "the launch to act on, by its name");

    static final Setting<TaskIndices> TASKS =
            REGISTER.optional("tasks", Scalars.taskNumbers(), "the tasks of the launch to act on, by their numbers");
    static final Setting<List<String>> STATES = REGISTER.preset(
            "states", ListKind.of(Scalars.name()), "", "the tasks of the launch to act on, by what became of them");
    static final Setting<Boolean> WAIT =
            REGISTER.preset("wait", Scalars.flag(), "false", "whether the goal waits until the tasks have ended");
    static final Setting<Integer> WAIT_MIN = REGISTER.optional(
            "waitMin", Scalars.count(1), "how many minutes are waited at most; for as long as it takes when unset");
    static final Setting<Boolean> WATCH = REGISTER.preset(
            "watch", Scalars.flag(), "false", "whether the goal goes on showing how a launch does, until it has ended");
    static final Setting<Integer> WATCH_S = REGISTER.preset(
            "watchS", Scalars.count(1), "10", "how many seconds Slurm is left alone between two looks of watch");
    static final Setting<Boolean> FOLLOW = REGISTER.preset(
            "follow", Scalars.flag(), "false", "whether the goal goes on showing what is added to a log");
    static final Setting<Integer> LINES =
            REGISTER.optional("lines", Scalars.count(1), "how many of a log's last lines are shown; all when unset");
    static final Setting<Integer> ATTEMPT =
            REGISTER.optional("attempt", Scalars.count(1), "which attempt of a task is shown; the last when unset");

    static final Setting<MetricPattern> METRIC_PATTERN = REGISTER.optional(
            "metricPattern", Scalars.metricPattern(), "a regular expression for the lines of a log that tell a metric");
    static final Setting<ResultsFormat> FORMAT =
            REGISTER.optional("format", Scalars.oneOf(ResultsFormat.values()), "how results are written");
    static final Setting<Path> TABLE_FILE = REGISTER.optional(
            "tableFile", Scalars.path(), "the file that results are written to; the standard output when unset");
    static final Setting<Path> REPORT_FILE = REGISTER.optional(
            "reportFile", Scalars.path(), "the file that is the report; in the launch's own folder when unset");

    static final Setting<List<String>> SWEEP =
            REGISTER.optional("sweep", SweepKind.ofSweeps(), "the sweeps, whose points are run one after the other");
    static final Setting<Path> SWEEP_FILE =
            REGISTER.optional("sweepFile", Scalars.path(), "a file with one more sweep text, in UTF-8");
    static final Setting<List<String>> SWEEP_EXCLUDE = REGISTER.optional(
            "sweepExclude", SweepKind.ofRules(), "rules for the points that are left out, each written as a sweep");
    static final Setting<TaskIndices> ONLY =
            REGISTER.optional("only", Scalars.taskNumbers(), "the numbers of the tasks that are run; all when unset");
    static final Setting<Integer> MAX_POINTS =
            REGISTER.preset("maxPoints", Scalars.count(1), "100000", "how many points a sweep may span");

    static final Setting<List<String>> COMMAND =
            REGISTER.optional("command", new CommandKind(), "the program that a task runs, without a shell");
    static final Setting<String> SCRIPT =
            REGISTER.optional("script", Scalars.lines(), "the lines of bash that a task runs, as they are");
    static final Setting<String> MAIN_CLASS =
            REGISTER.optional("mainClass", Scalars.operand(), "the class of the project that a task runs");
    static final Setting<List<String>> ARGUMENTS = REGISTER.preset(
            "arguments", ListKind.of(Scalars.lines()), "", "what mainClass is given before the point's key=value");
    static final Setting<List<String>> JVM_ARGS =
            REGISTER.preset("jvmArgs", ListKind.of(Scalars.line()), "", "options of the JVM that runs mainClass");
    static final Setting<Path> JAVA = REGISTER.optional(
            "java", Scalars.path(), "the java program that runs mainClass; the one that runs Maven when unset");

    static final Setting<Map<String, String>> SYSTEM_PROPERTY_VARIABLES = REGISTER.optional(
            "systemPropertyVariables",
            new MapKind(
                    "system properties by name, such as -Dslurm.systemPropertyVariables.solver.threads=4",
                    Pattern.compile("[^=\\s\\x00-\\x1f\\x7f]+")),
            "system properties of the JVM that runs mainClass");
    static final Setting<ClasspathScope> CLASSPATH_SCOPE = REGISTER.preset(
            "classpathScope",
            Scalars.oneOf(ClasspathScope.values()),
            "runtime",
            "which dependencies are on the class path of mainClass");
    static final Setting<String> MODULE = REGISTER.optional(
            "module",
            Scalars.operand(),
            "the module of a multi-module build that mainClass is in, by its artifactId or its folder");

    static final Setting<List<String>> BUILD = REGISTER.preset(
            "build", ListKind.ofLines(), "", "lines of bash that run once in the worktree, before its tasks");
    static final Setting<BuildPlace> BUILD_ON =
            REGISTER.preset("buildOn", Scalars.oneOf(BuildPlace.values()), "here", "where the build runs");
    static final Setting<Map<String, String>> BUILD_PARAMETERS = REGISTER.optional(
            "buildParameters",
            options("slurm.buildParameters.partition=short"),
            "options of sbatch for the build's job, over those of the tasks");
    static final Setting<List<Path>> CARRY = REGISTER.preset(
            "carry", ListKind.of(Scalars.inside()), "", "paths that git ignores and the worktree gets all the same");
    static final Setting<Isolation> ISOLATION = REGISTER.preset(
            "isolation",
            Scalars.oneOf(Isolation.values()),
            "none",
            "whether each task has a private copy of the worktree");

    static final Setting<Map<String, String>> ENV = REGISTER.optional(
            "env",
            new MapKind(
                    "variables by name, such as -Dslurm.env.SEED=1, but those that bash or Slurm sets for each task",
                    Pattern.compile("(?!(?:" + NOT_FOR_USERS + ")$)[A-Za-z_][A-Za-z0-9_]*")),
            "environment variables of the tasks");
    static final Setting<List<String>> SETUP =
            REGISTER.preset("setup", ListKind.ofLines(), "", "lines of bash that run before a job's tasks");
    static final Setting<List<String>> TEARDOWN =
            REGISTER.preset("teardown", ListKind.ofLines(), "", "lines of bash that run after a job's tasks");
    static final Setting<Boolean> USE_SRUN =
            REGISTER.preset("useSrun", Scalars.flag(), "false", "whether a task is started by srun");
    static final Setting<List<String>> SRUN_ARGS =
            REGISTER.preset("srunArgs", ListKind.of(Scalars.line()), "", "options of that srun");

    static final Setting<Integer> PARALLELISM = REGISTER.optional(
            "parallelism",
            Scalars.count(1),
            "how many tasks this machine runs at a time; as many as it has processors when unset");
    static final Setting<Integer> ARRAY_PARALLELISM =
            REGISTER.preset("arrayParallelism", Scalars.count(1), "256", "how many jobs of a launch run at a time");

    static final Setting<Integer> TASKS_PER_JOB = REGISTER.preset(
            "tasksPerJob", Scalars.count(1), "1", "how many tasks a job of the array runs, one after the other");
    static final Setting<Integer> PATIENCE_S = REGISTER.preset(
            "patienceS",
            Scalars.count(0),
            "120",
            "how many seconds a controller that cannot be reached is tried again to submit");
    static final Setting<String> AFTER = REGISTER.optional(
            "after", Scalars.name(), "a launch that must have ended before the tasks of this one begin, by its name");
    static final Setting<AfterKind> AFTER_KIND = REGISTER.preset(
            "afterKind", Scalars.oneOf(AfterKind.values()), "ok", "how the launch of 'after' must have ended");

    static final Setting<Integer> MAX_NUM_TIMEOUT = REGISTER.preset(
            "maxNumTimeout", Scalars.count(0), "0", "how often a job that ran out of time is put back in the queue");
    static final Setting<Integer> SIGNAL_DELAY_S = REGISTER.preset(
            "signalDelayS", Scalars.count(0), "120", "how many seconds before its time is out a job is warned");
    static final Setting<Boolean> STDERR_TO_STDOUT =
            REGISTER.preset("stderrToStdout", Scalars.flag(), "false", "whether both outputs go to one file");

    static final Setting<String> NAME = REGISTER.optional("name", Scalars.line(), "the job's name");
    static final Setting<String> COMMENT = REGISTER.optional("comment", Scalars.line(), "the job's comment");
    static final Setting<Map<String, String>> ADDITIONAL_PARAMETERS = REGISTER.optional(
            "additionalParameters",
            options("slurm.additionalParameters.mail-user=me"),
            "any other options of sbatch, applied last");
    private static final Map<SbatchOption, Setting<String>> OPTIONS = OptionSettings.define(REGISTER);

    private SlurmCatalogue() {}

    private static MapKind options(String example) {
        return new MapKind(
                "options of sbatch by name, such as -D" + example, Pattern.compile("-{0,2}[A-Za-z][A-Za-z0-9_-]*"));
    }

    /** All of them, in this order. */
    static List<Setting<?>> all() {
        return REGISTER.settings();
    }

    /** The settings that are options of sbatch. */
    static Map<SbatchOption, Setting<String>> options() {
        return OPTIONS;
    }
}
