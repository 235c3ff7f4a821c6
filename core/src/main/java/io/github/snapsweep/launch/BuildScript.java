package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The script of a build: it runs the lines once in a worktree, whoever asks for it and how often, and then copies the
 * classes that were made to the launch's folder.
 *
 * @param folder the launch's folder
 * @param code what code is built, and where
 * @param lines the lines of the build
 * @param around what is put around it: the variables and the lines before it are those of the tasks
 * @param copies files and folders in the worktree that are copied once they are built, with where to
 */
record BuildScript(
        LaunchFolder folder,
        LaunchRecord.Code code,
        List<String> lines,
        SlurmSettings.Surroundings around,
        Map<Path, Path> copies) {

    /** A script that builds, and leaves the launch's copies alone. */
    static String withoutCopies(String script) {
        return Stream.of(script.split("\n"))
                .map(line -> line.startsWith(ScriptText.PREFIX + "copies=") ? ScriptText.PREFIX + "copies=()" : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    String text() {
        return new ScriptText()
                .comment("Launch " + folder.id() + " of Snapsweep: the build, which runs once, before the tasks.")
                .comment("By hand:  bash build.sh")
                .export(around.env())
                .assign("launch", folder.id())
                .assign("record", folder.path())
                .assign("worktree", code.worktree())
                .assign("directory", code.directory())
                .assign(
                        "copies",
                        copies.entrySet().stream()
                                .flatMap(copy -> Stream.of(code.worktree().relativize(copy.getKey()), copy.getValue()))
                                .toList())
                .function("setup", ScriptText.STOP_AT_A_FAILURE, around.setup())
                .function("build", ":", lines)
                .with("build.sh");
    }
}
