package io.github.snapsweep.launch;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the output of a task's job goes. Several tasks of one job share it, and so do all runs of the job: Slurm appends
 * to it when it puts the job back.
 *
 * @param out the standard output, and the standard error too where the setting stderrToStdout says so
 * @param err the standard error
 */
public record TaskLog(Path out, Path err) {

    static TaskLog of(LaunchFolder folder, Part part, int task) {
        String name =
                part.id().map(array -> array.id() + "_" + part.index(task)).orElse(String.valueOf(task));
        Path logs = folder.logs(part);
        return new TaskLog(logs.resolve(name + ".out"), logs.resolve(name + ".err"));
    }

    /** Both of them; either may not be there. */
    public List<Path> files() {
        return List.of(out, err);
    }
}
