package io.github.snapsweep.slurm;

import io.github.snapsweep.problem.SlurmProblems;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the tasks' output goes: {@code <job>_<index>.out} and {@code .err}.
 *
 * @param folder absolute; it must exist before a task starts, else the task fails without a word
 * @param stderrToStdout whether both outputs go to the first file
 */
public record JobLogs(Path folder, boolean stderrToStdout) {

    public JobLogs {
        // sbatch(1), "filename pattern": a backslash switches the replacement symbols off
        if (folder.toString().contains("\\")) {
            throw SlurmProblems.backslashInLogs(folder);
        }
    }

    List<SbatchFlag> flags() {
        SbatchFlag out = SbatchFlag.of("--output", pattern(".out"));
        return stderrToStdout ? List.of(out) : List.of(out, SbatchFlag.of("--error", pattern(".err")));
    }

    /** {@code %A} and {@code %a} are the array and the index; a percent sign of the folder's own is doubled. */
    private String pattern(String suffix) {
        return folder.toString().replace("%", "%%") + "/%A_%a" + suffix;
    }
}
