package io.github.snapsweep.problem;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is said of settings that cannot be used. Each method that gives a text gives one sentence, so that all faults
 * of all sources can be told at once; {@code at} says where the value stands.
 */
public final class SettingProblems {

    private static final int SHOWN = 60;

    private SettingProblems() {}

    /** A key that is no setting. */
    public static String unknown(String at, Optional<String> nearest, Collection<String> names) {
        return at + ": there is no such setting; "
                + nearest.map(name -> "did you mean " + name + "?")
                        .orElseGet(() -> "there are " + String.join(", ", names) + ".");
    }

    /** A value that its setting does not take, for a reason of the value's own. */
    public static String refused(String at, String reason, String key, String accepts) {
        return at + ": " + reason + "; " + key + " takes " + accepts + ".";
    }

    /** The reason for {@link #refused} when a text does not say what is wanted. */
    public static String notAccepted(String text) {
        return shown(text) + " is not accepted";
    }

    /** The same when a key of a sweep is no parameter's name. */
    public static String noParameter(String key) {
        return shown(key) + " is no name of a parameter";
    }

    /** The same when another parameter begins in what is said of one. */
    public static String moreThanOneParameter(String text) {
        return shown(text)
                + " is said of one parameter, and holds another; as a list of one it is a value as it stands";
    }

    private static String shown(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return '"' + start.replace("\n", "\\n") + '"';
    }

    /** The same when a text cannot be an argument or a variable of a program. */
    public static String notWhole() {
        return "a NUL or half a character in it can be given to no program";
    }

    /** One setting twice in one source. */
    public static String twice(String key, String first, String second) {
        return second + ": " + key + " is set already, by " + first + "; leave one of the two.";
    }

    /** Two settings that exclude each other. */
    public static String apart(String first, String firstAt, String second, String secondAt) {
        return secondAt + ": " + second + " and " + first + " (" + firstAt + ") exclude each other; leave one, or take"
                + " one back with -D" + first + "= or -D" + second + "=.";
    }

    /** A setting that means something only together with another. */
    public static String needs(String at, String key, String... others) {
        return at + ": " + key + " counts per GPU, and no GPU is asked for; set " + String.join(" or ", others) + ".";
    }

    /** A warning signal that would come before the job's start. */
    public static String signalTooEarly(String at, String key, long seconds, String timeoutKey, String minutes) {
        return at + ": " + key + " = " + seconds + " s is not less than the whole time of the job, " + timeoutKey
                + " = " + minutes + " min.";
    }

    /** Something that is done to a worktree, and no snapshot to have one of. */
    public static String needsSnapshot(String at, String key, String enabled) {
        return at + ": " + key + " needs the worktree of a snapshot, and " + enabled
                + " is false; leave one of the two.";
    }

    /** A private copy on one node, for processes on several. */
    public static String isolatedOnManyNodes(String at, String key, String nodes) {
        return at + ": " + key + " = task gives a copy on one node's disk, and a task with srun and " + nodes
                + " runs on several; leave one of the two.";
    }

    /** A Java module whose classes a job is still to build. */
    public static String moduleOfALaterBuild(String at, String key, String mainClass) {
        return at + ": " + key + " = slurm builds the classes too late to tell which are of the module that "
                + mainClass + " names; set " + key + " = here.";
    }

    /** A cluster without a section. */
    public static String noCluster(String at, String name, Collection<String> names) {
        String known = names.isEmpty() ? "it has no clusters." : "it has " + String.join(", ", names) + ".";
        return at + ": there is no cluster " + name + " in the settings file; "
                + NearestName.of(name, names)
                        .map(near -> "did you mean " + near + "?")
                        .orElse(known);
    }

    /** A key that stands where it cannot have an effect. */
    public static String misplaced(String at, String instead) {
        return at + ": this has no effect here; give it as " + instead + ".";
    }

    /** An interpolation of Hydra's, which only Hydra can resolve. */
    public static String interpolation(String at, String text) {
        return at + ": " + text + " is for Hydra to resolve; write the value itself.";
    }

    /** A settings file that was asked for and is not there. */
    public static String noFile(String at, Path file) {
        return at + ": there is no file " + file + ".";
    }

    /** A settings file that cannot be read. */
    public static String unreadable(String file, Exception cause) {
        return unreadable(file, Reason.of(cause));
    }

    /** The same, for a reason of ours. */
    public static String unreadable(String file, String why) {
        return file + ": cannot be read: " + why + ".";
    }

    /** Text that is not YAML, or not the YAML that is accepted here. */
    public static String yaml(String at, String what) {
        return at + ": " + what + ".";
    }

    /** All the faults of the settings at once. */
    public static Problem unusable(List<String> faults) {
        String what = faults.size() == 1 ? "A setting cannot be used:" : faults.size() + " settings cannot be used:";
        return Problem.ofUser(what, faults.toArray(String[]::new));
    }

    /** Nothing to run. */
    public static Problem noProgram() {
        return Problem.ofUser(
                "Nothing says what a task runs.",
                "Set one of  -Dslurm.command=\"program arg\"  (a program and its words),",
                "-Dslurm.script=\"lines\"  (for bash),  -Dslurm.mainClass=org.example.Main  (a class of this project),",
                "or the same in the POM: <command>, <script>, <mainClass>.");
    }

    /** More than one thing to run; each with where it is set. */
    public static Problem severalPrograms(List<String> programs) {
        return Problem.ofUser(
                "A task runs one program, and several are set: " + String.join(", ", programs) + ".",
                "Leave one, or take the others back with an empty value, such as -Dslurm.mainClass=");
    }

    /** The file for what happened cannot be written. */
    public static Problem resultFile(String setting, Path file, Exception cause) {
        return Problem.ofUser(
                "The result file " + file + " cannot be written: " + Reason.of(cause) + ".",
                "Set a file in a folder that you may write to:  -D" + setting + "=target/result.json");
    }
}
