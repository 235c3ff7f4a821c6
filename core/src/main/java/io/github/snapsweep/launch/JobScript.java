package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.progress.Counted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The script that runs one task, on a node or on this machine. It needs bash and the core utilities, nothing else.
 *
 * @param folder the launch's folder
 * @param tasks how many tasks there are
 * @param code what code runs, and where
 * @param isolated the worktree that each task has a copy of; none when they share it
 * @param around what is put around a task's program
 * @param needs files that the command needs: a task that cannot read one of them says so
 */
record JobScript(
        LaunchFolder folder,
        int tasks,
        LaunchRecord.Code code,
        Optional<Path> isolated,
        SlurmSettings.Surroundings around,
        List<Path> needs) {

    String text() {
        return new ScriptText()
                .comment("Launch " + folder.id() + " of Snapsweep: " + Counted.of(tasks, "task") + ".")
                .comment(
                        "Runs one of them, or several: under Slurm by the index in the array, by hand as  bash job.sh TASK")
                .export(around.env())
                .assign("launch", folder.id())
                .assign("commit", code.commit())
                .assign("record", folder.path())
                .assign("outputs", folder.outputs())
                .assign("shards", LaunchFolder.hasShardedOutputs(tasks) ? "yes" : "")
                .assign("directory", code.directory())
                .assign("isolated", isolated.orElse(null))
                .assign("launcher", launcher())
                .assign("needs", needs)
                .function("setup", ScriptText.STOP_AT_A_FAILURE, around.setup())
                .function("teardown", ":", around.teardown())
                .with("job.sh");
    }

    /** What stands before the command: {@code srun} and its arguments, or nothing. */
    private List<String> launcher() {
        List<String> words = new ArrayList<>();
        if (around.useSrun()) {
            words.add("srun");
            words.addAll(around.srunArgs());
        }
        return words;
    }
}
