package io.github.snapsweep.problem;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What can stand in the way of a job on Slurm. */
public final class SlurmProblems {

    private static final int SHOWN = 60;

    private static final String REQUEUE =
            "a launch requeues its own tasks:  -Dslurm.maxNumTimeout=N  says how often after a time-out";
    private static final String IN_FOLDER = "a launch keeps its logs in its own folder, .slurm/<launch>/logs";
    private static final String STARTS_IN =
            "tasks start in the launch's worktree; a command of -Dslurm.setup may change that";

    /** The options of sbatch that a launch relies on or that would keep it from submitting, and what to use instead. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("--array", "a sweep makes the array:  -Dsweep=...  and  -Dslurm.arrayParallelism=N"),
            Map.entry("--parsable", "it is always set"),
            Map.entry("--quiet", "sbatch's answer is needed; to see less of ours:  mvn -q"),
            Map.entry("--output", IN_FOLDER),
            Map.entry("--error", IN_FOLDER + ";  -Dslurm.stderrToStdout=true  for one file a task"),
            Map.entry("--open-mode", "logs are always appended to, so that a requeue keeps them"),
            Map.entry("--job-name", "-Dslurm.name=NAME"),
            Map.entry("--comment", "-Dslurm.comment=TEXT"),
            Map.entry("--requeue", REQUEUE),
            Map.entry("--no-requeue", REQUEUE),
            Map.entry("--signal", "-Dslurm.signalDelayS=SECONDS"),
            Map.entry("--wait", "nothing: a submission does not wait. mvn slurm:status tells how it goes"),
            Map.entry("--wrap", "-Dslurm.command=... or -Dslurm.script=..."),
            Map.entry("--chdir", STARTS_IN),
            Map.entry("--test-only", "-Dslurm.dryRun=true"),
            Map.entry("--help", "sbatch would not submit; in a shell:  sbatch --help"),
            Map.entry("--usage", "sbatch would not submit; in a shell:  sbatch --usage"),
            Map.entry("--version", "sbatch would not submit; in a shell:  sbatch --version"));

    private SlurmProblems() {}

    /** What to use instead of an option (with its dashes) that is not the user's to set; empty when it is. */
    public static Optional<String> insteadOf(String option) {
        return Optional.ofNullable(INSTEAD.get(option));
    }

    /** What to do about a refusal, by what sbatch said: one line or more. */
    public static String advice(String said) {
        return SbatchRefusal.of(said).advice();
    }

    public static Problem refused(String said, String advice) {
        return Problem.ofUser(
                "Slurm refused the job. sbatch said:\n    " + said.strip().replace("\n", "\n    "), advice.split("\n"));
    }

    /** The job was looked for, and it is still open whether it exists. */
    public static Problem uncertain(String launch, String token) {
        return Problem.ofUser(
                "Nobody knows whether Slurm has the job: sbatch gave no answer, and neither did squeue. It was not sent"
                        + " again, so that nothing runs twice.",
                "Once  scontrol ping  says UP:  mvn slurm:retry -Dslurm.launch=" + launch,
                "finds the job, or sends it when there is none. By hand:  squeue --me --states=all --format='%i %T %k'"
                        + " | grep " + token);
    }

    public static Problem cannotStart(String program, Exception cause) {
        return Problem.ofUser(
                "Slurm's program " + program + " cannot be started: " + Reason.of(cause) + ".",
                "Run on a login node of the cluster, or set the PATH that has " + program + ";",
                "or run on this machine:  -Dslurm.executor=local");
    }

    public static Problem missing(String program) {
        return Problem.ofUser(
                "There is no " + program + " on the PATH, and -Dslurm.executor=slurm asks for Slurm.",
                "Run on a login node of the cluster, or set the PATH that has it (module load slurm);",
                "or run on this machine:  -Dslurm.executor=local");
    }

    public static Problem cancelFailed(String said) {
        return Problem.ofUser(
                "Slurm did not cancel the jobs: " + said.strip(),
                "squeue --me  shows what still runs; run the goal again.");
    }

    public static Problem reservedOption(String option, String instead) {
        return Problem.ofUser(
                "The option " + option + " of sbatch is not for additionalParameters: a launch sets it itself.",
                "Instead: " + instead);
    }

    public static Problem notAnOption(String given) {
        return Problem.ofUser(
                "'" + shown(given) + "' in additionalParameters is not the name of an option of sbatch.",
                "A name is like licenses or mem_bind:  -Dslurm.additionalParameters.licenses=matlab:1",
                "sbatch --help  lists them.");
    }

    public static Problem controlCharacter(String where, String value) {
        return Problem.ofUser(
                "A value for " + where + " has a line break or another control character in it: '" + shown(value)
                        + "'.",
                "Slurm takes values of one line. Write it without.");
    }

    public static Problem notACount(String setting, String value) {
        return Problem.ofUser(
                setting + " is a whole number of at least 1, not '" + shown(value) + "'.",
                "For example:  -Dslurm." + setting + "=1");
    }

    public static Problem notGigabytes(String setting, String value) {
        return Problem.ofUser(
                setting + " is a number of gigabytes without a unit, not '" + shown(value) + "'.",
                "For example:  -Dslurm." + setting + "=4  or  -Dslurm." + setting + "=0.5");
    }

    public static Problem commentTooLong(int limit) {
        return Problem.ofUser(
                "The comment is too long for Slurm: " + limit + " bytes at most.", "Shorten it:  -Dslurm.comment=TEXT");
    }

    public static Problem backslashInLogs(Path folder) {
        return Problem.ofUser(
                "Logs cannot be kept in " + folder + ": with a backslash in the path Slurm gives all tasks one file.",
                "Rename the folder.");
    }

    public static Problem alternativeDependency(String dependency) {
        return Problem.ofUser(
                "The dependency '" + dependency + "' offers alternatives (?), and this launch needs one of its own"
                        + " besides: Slurm cannot mix the two.",
                "Use commas:  -Dslurm.dependency=afterok:1,afterok:2",
                "or send fewer points, so that one array holds them all.");
    }

    private static String shown(String value) {
        String line = PlainText.line(value);
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
    }
}
