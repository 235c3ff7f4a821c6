package io.github.snapsweep.process;

import java.io.IOException;

/** Runs commands. The tests' own runner answers from a table; {@link SystemCommandRunner} starts processes. */
@FunctionalInterface
public interface CommandRunner {

    /**
     * Runs a command to its end, or to its time limit.
     *
     * @throws IOException when the program cannot be started (it is missing, say)
     * @throws InterruptedException when the calling thread is interrupted; the process is killed then
     */
    Answer run(Command command) throws IOException, InterruptedException;
}
