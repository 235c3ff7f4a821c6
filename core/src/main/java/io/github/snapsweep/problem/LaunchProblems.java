package io.github.snapsweep.problem;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
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

    public static Problem unreadableRecord(Path file, Exception cause) {
        return Problem.ofMachine(
                cause,
                "The record " + file + " cannot be read: " + Reason.of(cause),
                "The tasks and their outputs are not touched by this.");
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
                "Run the goal where you may write, or make room there.");
    }

    public static Problem tasksFailed(String launch, int total, List<Integer> numbers, Path logs) {
        return Problem.ofUser(
                numbers.size() + " of " + total + " tasks of launch " + launch + " failed: "
                        + numbers.stream()
                                .limit(10)
                                .map(String::valueOf)
                                .reduce((a, b) -> a + ", " + b)
                                .orElse("")
                        + (numbers.size() > 10 ? ", ..." : ""),
                "Their output is in " + logs,
                "mvn slurm:status -Dslurm.launch=" + launch + "  shows all tasks.");
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
                "Those that are in run on:  mvn slurm:status -Dslurm.launch=" + launch);
    }

    public static Problem notRecorded(long job, Path record, Exception cause) {
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

    public static Problem noBash() {
        return Problem.ofUser("Tasks are run by bash, and there is none on the PATH.", "Install bash.");
    }

    public static Problem interrupted(String launch) {
        return Problem.ofUser(
                "Launch " + launch + " was interrupted: its running tasks were ended.",
                "mvn slurm:status -Dslurm.launch=" + launch + "  shows what became of them.");
    }
}
