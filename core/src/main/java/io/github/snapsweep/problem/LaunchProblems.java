package io.github.snapsweep.problem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can stand in the way of a launch, and what can become of one. */
public final class LaunchProblems {

    private LaunchProblems() {}

    public static Problem unknownLaunch(String name, Path project, List<String> known) {
        if (known.isEmpty()) {
            return Problem.ofUser(
                    "There is no launch in " + project + " yet.",
                    "Make one:  mvn slurm:submit -Dsweep=\"lr=0.1,0.01\"");
        }
        return Problem.ofUser(
                "'" + name + "' names no launch, or more than one.",
                "Name one with -Dslurm.launch=ID (its beginning will do, or 'latest'): " + String.join(", ", known));
    }

    /** None in the folder of a module, and some in a folder above it. */
    public static Problem launchesAbove(Path project, Path above) {
        return Problem.ofUser(
                "There is no launch in " + project + ": the launches are in " + above + ".", "Run the goal there.");
    }

    /** A link where a launch's folder should be. */
    public static Problem linkedLaunch(Path link) {
        return Problem.ofUser(
                "The launch's folder " + link + " is a link, which no goal follows.",
                "Nothing that lies elsewhere is written or deleted. To go on with the launch, move its folder back to where"
                        + " the link is.");
    }

    public static Problem pruneInterrupted() {
        return Problem.ofUser(
                "The pruning was interrupted.", "What it had begun is finished by the next:  mvn snapshot:prune");
    }

    public static Problem unreadableRecord(Path file, Exception cause) {
        return Problem.ofMachine(
                cause,
                "The record " + file + " cannot be read: " + Reason.of(cause),
                "The tasks and their outputs are not touched by this.");
    }

    /**
     * A record of a schema that is not ours.
     *
     * @param later whether it is one of a later release
     * @param version the one that wrote it, where it says so
     */
    public static Problem otherSchema(Path file, boolean later, @Nullable String version) {
        String by = version == null ? "another version of Snapsweep" : "Snapsweep " + version;
        return Problem.ofUser(
                "The record " + file + " was written by " + by + ", in " + (later ? "a later" : "an earlier")
                        + " form that this version does not read.",
                "The tasks and their outputs are not touched by this. Use "
                        + (later ? "that version of the plugin, or a later one." : "that version of the plugin."));
    }

    public static Problem unwritable(Path file, String setting, Exception cause) {
        return Problem.ofUser(
                "The file " + file + " cannot be written: " + Reason.of(cause) + ".",
                "Name another one:  -D" + setting + "=FILE");
    }

    public static Problem sameVariable(List<String> keys, String variable) {
        return Problem.ofUser(
                "The parameters " + String.join(" and ", keys) + " would both be " + variable + " in the environment.",
                "Rename one of them.");
    }

    public static Problem unknownPlaceholder(@Nullable String key, String word, Collection<String> known) {
        return Problem.ofUser(
                "{" + key + "} in '" + word + "' is no parameter of the sweep.",
                "The parameters are: " + (known.isEmpty() ? "none (-Dsweep=...)" : String.join(", ", known)) + ".",
                "For a brace as it is, write {{ or }}.");
    }

    public static Problem folderFailed(Path folder, Exception cause) {
        return Problem.ofUser(
                "The launch's folder cannot be written in " + folder + ": " + Reason.of(cause) + ".",
                Remedy.of(cause, "Run the goal where you may write, or make room there."));
    }

    public static Problem tasksFailed(String launch, int total, List<Integer> numbers) {
        return Problem.ofUser(
                numbers.size() + " of " + total + " tasks of launch " + launch + " failed: "
                        + numbers.stream()
                                .limit(10)
                                .map(String::valueOf)
                                .reduce((a, b) -> a + ", " + b)
                                .orElse("")
                        + (numbers.size() > 10 ? ", ..." : ""),
                "Their output:  mvn slurm:logs -Dslurm.launch=" + launch,
                "The same code again:  mvn slurm:retry -Dslurm.launch=" + launch
                        + "   (changed code: a new slurm:submit)");
    }

    public static Problem notCompiled(String mainClass, Collection<Path> folders) {
        return Problem.ofUser(
                "The class " + mainClass + " is not in " + folders + ".",
                "Compile first, in the same command:  mvn compile slurm:submit",
                "or correct  -Dslurm.mainClass=...  (<mainClass>).");
    }

    public static Problem staleClasses(List<Path> sources) {
        return Problem.ofUser(
                "The tasks would not run what the snapshot holds: "
                        + (sources.size() == 1
                                ? sources.get(0) + " was"
                                : sources.size() + " sources were, the first " + sources.get(0) + ",")
                        + " edited after it was compiled.",
                "Compile in the same command:  mvn compile slurm:submit");
    }

    public static Problem classpathFailed(Path entry, Exception cause) {
        return Problem.ofUser(
                "The class path could not be frozen: " + entry + ": " + Reason.of(cause) + ".",
                "Is it there, readable, and is there room for a copy in .slurm?");
    }

    public static Problem partlySubmitted(String launch, int in, int total, String said, String advice) {
        return Problem.ofUser(
                "Only " + in + " of " + total + " tasks of launch " + launch
                        + " were submitted; for the rest sbatch said: " + said,
                advice,
                "Those that are in run on. To send the rest:  mvn slurm:retry -Dslurm.launch=" + launch);
    }

    public static Problem sentInVain(String launch, int times) {
        return Problem.ofUser(
                "sbatch gave no answer " + times + " times, and Slurm does not have the job each time.",
                "Those tasks of launch " + launch + " that are in run on. Look whether  scontrol ping  says UP, then",
                "mvn slurm:retry -Dslurm.launch=" + launch + "  sends the rest.");
    }

    public static Problem held(String launch) {
        return Problem.ofUser(
                "Another command is at work on launch " + launch + ": it is being submitted, retried or cancelled.",
                "Wait until that has ended, then run the goal again.");
    }

    public static Problem noState(String name, List<String> known) {
        return Problem.ofUser(
                "'" + name + "' is no state of a task."
                        + NearestName.of(name, known)
                                .map(near -> " Did you mean " + near + "?")
                                .orElse(""),
                "The states are: " + String.join(", ", known) + ":  -Dslurm.states=failed,timeout");
    }

    public static Problem noTask(int task, String launch, String there) {
        return Problem.ofUser(
                "There is no task " + task + " in launch " + launch + ": its tasks are " + there + ".",
                (there.matches("\\d+") ? "Name it:" : "Name some of these:") + "  -Dslurm.tasks=" + some(there));
    }

    /** {@code 0-2,5} of {@code 0-2,5,7,9}: enough to see how tasks are named. */
    private static String some(String tasks) {
        return Stream.of(tasks.split(",", -1)).limit(2).collect(Collectors.joining(","));
    }

    public static Problem sharedJob(String tasks, String beside) {
        return Problem.ofUser(
                "Tasks " + tasks + " share jobs with tasks " + beside
                        + " (tasksPerJob): one cannot be cancelled alone.",
                "Name those too:  -Dslurm.tasks=" + tasks + "," + beside);
    }

    public static Problem elsewhere(String launch, String machine) {
        return Problem.ofUser(
                "The tasks of launch " + launch + " run on " + machine + ", not on this machine.",
                "Run the goal there.");
    }

    public static Problem waitInterrupted(String launch) {
        return Problem.ofUser(
                "Nobody waits for launch " + launch + " any more; its tasks are as they were.",
                "mvn slurm:status -Dslurm.launch=" + launch + "  shows them.");
    }

    public static Problem waitedTooLong(String launch, Duration limit, String summary) {
        return Problem.ofUser(
                "Launch " + launch + " has not ended within " + limit.toMinutes() + " min: " + summary + ".",
                "Wait longer:  mvn slurm:wait -Dslurm.waitMin=N  (without it: for as long as it takes)");
    }

    public static Problem waitsForNothing(String launch, int tasks) {
        return Problem.ofUser(
                "Nobody can say what became of " + tasks + " tasks of launch " + launch
                        + ": sbatch gave no answer when they were sent.",
                "mvn slurm:retry -Dslurm.launch=" + launch + "  finds their job, or sends them.");
    }

    public static Problem launchFailed(String launch, String bad, String summary) {
        return Problem.ofUser(
                (bad.matches("\\d+") ? "Task " : "Tasks ") + bad + " of launch " + launch
                        + " did not end well. The launch: " + summary + ".",
                "Why:    mvn slurm:logs -Dslurm.launch=" + launch,
                "Again:  mvn slurm:retry -Dslurm.launch=" + launch);
    }

    public static Problem whichTask(String launch, int tasks, String there) {
        return Problem.ofUser(
                "Launch " + launch + " has " + tasks + " tasks, and none of them failed: whose log is meant?",
                "Name some:  mvn slurm:logs -Dslurm.tasks=" + some(there) + " -Dslurm.launch=" + launch);
    }

    public static Problem followOne(int tasks) {
        return Problem.ofUser(
                "-Dslurm.follow=true follows the log of one task, and " + tasks + " are meant.",
                "Name it:  mvn slurm:logs -Dslurm.follow=true -Dslurm.tasks=3");
    }

    public static Problem noAttempt(int task, int attempt, String launch) {
        return Problem.ofUser(
                "Task " + task + " of launch " + launch + " has no attempt " + attempt + ".",
                "mvn slurm:status -Dslurm.launch=" + launch + "  shows which is its last.");
    }

    public static Problem rerunOne(String launch) {
        return Problem.ofUser("slurm:rerun runs one task of launch " + launch + " again.", "Name it:  -Dslurm.tasks=3");
    }

    public static Problem rerunFailed(int task, int exit, Path output) {
        return Problem.ofUser(
                "Task " + task + " ended with exit code " + exit + " here.", "Its output folder: " + output);
    }

    public static Problem retryBlind(String launch, String notice) {
        return Problem.ofUser(
                "Launch " + launch + " was not retried: nobody knows which of its tasks still run. " + notice,
                "Run the goal again when  scontrol ping  says UP.");
    }

    public static Problem retryRunning(String launch, String tasks) {
        return Problem.ofUser(
                "Tasks " + tasks + " of launch " + launch + " have not ended: they would run twice.",
                "Name others, or end them first:  mvn slurm:cancel -Dslurm.wait=true -Dslurm.tasks=" + tasks
                        + " -Dslurm.launch=" + launch);
    }

    public static Problem fixedSettings(Collection<String> keys) {
        return Problem.ofUser(
                "A retry runs what was recorded: "
                        + keys.stream().map(key -> "-D" + key).collect(Collectors.joining(", "))
                        + " would change what the tasks are.",
                "What they ask of Slurm may change:  -Dslurm.memGb=64  -Dslurm.timeoutMin=240",
                "For other tasks make another launch:  mvn slurm:submit");
    }

    /**
     * A launch whose commit is not in the repository any more.
     *
     * @param remotes where it may have been pushed to
     */
    public static Problem snapshotGone(String launch, String snapshot, String commit, List<String> remotes) {
        String from = remotes.stream()
                .filter("origin"::equals)
                .findFirst()
                .orElse(remotes.isEmpty() ? "/PATH/OF/A/COPY" : remotes.get(0));
        return Problem.ofUser(
                "The code of launch " + launch + " is gone: the commit of its snapshot " + snapshot
                        + " is not in the repository any more.",
                (remotes.isEmpty()
                                ? "No remote is configured that may have it. If a copy of the repository has it:"
                                : "If it was pushed, fetch it:")
                        + "  git fetch " + from + " " + snapshot + ":" + snapshot + "   (commit " + commit + ")",
                "Else make another launch, of the code as it is now:  mvn slurm:submit");
    }

    public static Problem classpathGone(String launch, Path file, String commit) {
        return Problem.ofUser(
                "The class path that launch " + launch + " froze is gone: there is no " + file + " any more.",
                "Make another launch, of the code as it is now:  mvn compile slurm:submit",
                "or of the same sources, in a folder of their own:  git worktree add ../again " + commit);
    }

    public static Problem notEnded(String launch) {
        return Problem.ofUser(
                "Launch " + launch + ", named by -Dslurm.after, has not ended, and nothing here can wait for it.",
                "Wait first:  mvn slurm:wait -Dslurm.launch=" + launch);
    }

    public static Problem afterFailed(String launch, int failed) {
        return Problem.ofUser(
                failed + " tasks of launch " + launch + ", named by -Dslurm.after, have not ended well: the tasks would"
                        + " wait for ever.",
                "Mend and retry it:  mvn slurm:retry -Dslurm.launch=" + launch,
                "or take any end for enough:  -Dslurm.afterKind=any");
    }

    public static Problem afterUnknown(String launch, String notice) {
        return Problem.ofUser(
                "Nobody can say how launch " + launch + ", named by -Dslurm.after, stands. " + notice,
                "mvn slurm:status -Dslurm.launch=" + launch + "  tells more.");
    }

    public static Problem notRecorded(String job, Path record, Exception cause) {
        return Problem.ofMachine(
                cause,
                "Slurm took job " + job + ", but the record " + record + " could not be written: " + Reason.of(cause)
                        + ".",
                "The job runs. To take it back:  scancel " + job);
    }

    public static Problem noProject() {
        return Problem.ofUser(
                "mainClass is a class of a Maven project, and there is no pom.xml here.",
                "Run the goal in a project, or run a program:  -Dslurm.command=\"program arg\"  (<command>).");
    }

    public static Problem dependencies(Exception cause) {
        return Problem.ofUser(
                "The project's dependencies cannot be resolved: " + Reason.of(cause),
                "mvn dependency:resolve  shows the same. In a reactor, build the modules first:  mvn install");
    }

    public static Problem buildFailed(int exit, List<String> lastLines, Path log) {
        return Problem.ofUser(
                "The build failed in the worktree: exit code " + exit + ". No task was sent."
                        + (lastLines.isEmpty() ? "" : " It printed, last:\n    " + String.join("\n    ", lastLines)),
                "All of it: " + log,
                "What is built is the setting 'build':  -Dslurm.build=\"mvn -q package\"  (<build>)");
    }

    public static Problem buildJobFailed(String launch, int exit, Path log) {
        return Problem.ofUser(
                "The build of launch " + launch + " failed: exit code " + exit + ". None of its tasks ran.",
                "Why:    " + log,
                "Again:  mvn slurm:retry -Dslurm.launch=" + launch);
    }

    public static Problem noWorktree() {
        return Problem.ofUser(
                "The settings 'build' and 'isolation' need the worktree of a snapshot, and no snapshot could be taken.",
                "Mend that, or leave them out:  -Dslurm.build= -Dslurm.isolation=none");
    }

    public static Problem carriedOtherwise(String launch, List<Path> paths) {
        return Problem.ofUser(
                "The worktree of launch " + launch + " is gone, and what was carried to it is not the same any more: "
                        + paths.stream().map(Path::toString).collect(Collectors.joining(", ")) + ".",
                "Bring these files back as they were, or make another launch:  mvn slurm:submit");
    }

    public static Problem noAgent(String option, Path file) {
        return Problem.ofUser(
                "There is no file " + file + ", which " + option + " names.",
                "An agent is copied with the class path; name its jar:  -Dslurm.jvmArgs=-javaagent:/path/agent.jar"
                        + "  (<jvmArgs>)");
    }

    public static Problem noJavaModule(String module, Exception cause) {
        return Problem.ofUser(
                "The Java module " + module + " cannot be run: " + cause.getMessage() + ".",
                "mainClass is MODULE/CLASS for a class of a module, and the class alone for one of the class path:"
                        + "  -Dslurm.mainClass=org.example.app/org.example.Main");
    }

    public static Problem noModuleHasClass(String mainClass, List<String> modules) {
        return Problem.ofUser(
                "No module of this build has the class " + mainClass + ": there are " + String.join(", ", modules)
                        + ".",
                "Compile in the same command:  mvn compile slurm:submit",
                "or name the module:  -Dslurm.module=ARTIFACT_ID  (<module>)");
    }

    public static Problem severalModulesHaveClass(String mainClass, List<String> modules) {
        return Problem.ofUser(
                "More than one module of this build has the class " + mainClass + ": " + String.join(", ", modules)
                        + ".",
                "Name one:  -Dslurm.module=" + modules.get(0) + "  (<module>)");
    }

    public static Problem noModule(String module, List<String> modules) {
        return Problem.ofUser(
                "There is no module '" + module + "' in this build: there are " + String.join(", ", modules) + ".",
                "Name one of them, by its artifactId or its folder:  -Dslurm.module=" + modules.get(0)
                        + "  (<module>)");
    }

    public static Problem noBash() {
        return Problem.ofUser("Tasks are run by bash, and there is none on the PATH.", "Install bash.");
    }

    public static Problem interrupted(String launch) {
        return Problem.ofUser(
                "Launch " + launch + " was interrupted: tasks of it that ran on this machine were ended.",
                "mvn slurm:status -Dslurm.launch=" + launch + "  shows what became of them,",
                "mvn slurm:retry -Dslurm.launch=" + launch + "  runs what did not end.");
    }

    /** Nothing is left of such a launch, so that none can be named. */
    public static Problem interruptedEarly(String name) {
        return Problem.ofUser(
                "The launch of " + name + " was interrupted while it was made: none of its tasks ran.",
                "Make it again:  mvn slurm:submit");
    }
}
