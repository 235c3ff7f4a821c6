package io.github.snapsweep.slurm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job runs.
 *
 * @param file the script; Slurm keeps its own copy, at most 4 MiB
 * @param arguments the script's arguments, which arrive as they are
 * @param directory where it runs, absolute; it must exist, else the task fails without a word
 */
public record BatchScript(Path file, List<String> arguments, Path directory) {

    public BatchScript {
        arguments = List.copyOf(arguments);
    }

    List<String> words() {
        List<String> words = new ArrayList<>(arguments);
        words.add(0, file.toString());
        return words;
    }
}
