package io.github.snapsweep.launch;

import io.github.snapsweep.progress.Counted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The script that runs one task, on a node or on this machine: what is this launch's own in front, then what all launches
 * have in common. It needs bash and the core utilities, nothing else.
 *
 * @param folder the launch's folder
 * @param tasks how many tasks there are
 * @param code what code runs
 * @param directory where the tasks run, inside the worktree
 * @param setup lines of bash before the tasks of a job
 * @param teardown lines of bash after them
 * @param environment more variables for the tasks
 * @param launcher what stands before the command: {@code srun} and its arguments, or nothing
 * @param needs files that the command needs: a task that cannot read one of them says so
 */
record JobScript(
        LaunchFolder folder,
        int tasks,
        LaunchRecord.Code code,
        Path directory,
        List<String> setup,
        List<String> teardown,
        Map<String, String> environment,
        List<String> launcher,
        List<Path> needs) {

    private static final String COMMON = "job.sh";

    /** What this script calls its own, so that the lines of the settings do not meet it by chance. */
    static final String PREFIX = "snapsweep_";

    /** Holds for the function's own lines: not for the functions that they call, nor for the files that they source. */
    private static final String STOP_AT_A_FAILURE = "trap '[[ ${FUNCNAME[0]-} != snapsweep_setup ]]"
            + " || snapsweep_cannot \"a line of the setting '\\''setup'\\'' failed: $BASH_COMMAND\"' ERR";

    String text() {
        StringBuilder text = new StringBuilder("#!/bin/bash\n");
        text.append("# Launch ")
                .append(folder.id())
                .append(" of Snapsweep: ")
                .append(Counted.of(tasks, "task"))
                .append(".\n");
        text.append(
                "# Runs one of them, or several: under Slurm by the index in the array, by hand as  bash job.sh TASK\n\n");
        environment.forEach((name, value) -> text.append("export ")
                .append(name)
                .append('=')
                .append(BashText.quoted(value))
                .append('\n'));
        assign(text, "launch", folder.id());
        assign(text, "commit", code.commit());
        assign(text, "record", folder.path().toString());
        assign(text, "outputs", folder.outputs().toString());
        assign(text, "shards", LaunchFolder.hasShardedOutputs(tasks) ? "yes" : "");
        assign(text, "directory", directory.toString());
        text.append(PREFIX).append("launcher=").append(BashText.array(launcher)).append('\n');
        text.append(PREFIX)
                .append("needs=")
                .append(BashText.array(needs.stream().map(Path::toString).toList()))
                .append("\n\n");
        function(text, "setup", STOP_AT_A_FAILURE, setup);
        function(text, "teardown", ":", teardown);
        return text.append(common()).toString();
    }

    /** The script with other folders in its head, for tasks that run elsewhere. */
    static String moved(String script, Map<String, Path> folders) {
        return script.lines()
                .map(line -> folders.entrySet().stream()
                        .filter(folder -> line.startsWith(PREFIX + folder.getKey() + "='"))
                        .findFirst()
                        .map(folder -> PREFIX + folder.getKey() + "="
                                + BashText.quoted(folder.getValue().toString()))
                        .orElse(line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The folder of the launch that a script is of, where that can be read without a shell. */
    static Optional<Path> record(String script) {
        String before = PREFIX + "record='";
        return script.lines()
                .filter(line -> line.startsWith(before) && line.endsWith("'"))
                .map(line -> line.substring(before.length(), line.length() - 1))
                .filter(path -> path.indexOf('\'') < 0)
                .map(Path::of)
                .findFirst();
    }

    private static void assign(StringBuilder text, String name, @Nullable String value) {
        text.append(PREFIX)
                .append(name)
                .append('=')
                .append(BashText.quoted(value == null ? "" : value))
                .append('\n');
    }

    private static void function(StringBuilder text, String name, String first, List<String> lines) {
        text.append(PREFIX).append(name).append("() {\n  ").append(first).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        text.append("}\n");
    }

    private static String common() {
        try (InputStream resource = JobScript.class.getResourceAsStream(COMMON)) {
            if (resource == null) {
                throw new IllegalStateException(COMMON + " is not in the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
