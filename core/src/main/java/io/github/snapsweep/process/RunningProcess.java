package io.github.snapsweep.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Processes of this machine, by what was written down of them. */
public final class RunningProcess {

    /** How far a clock of whole seconds may be behind a process's own. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private RunningProcess() {}

    /** Whether a process that ran at some time still does. Numbers are given out again: one that began later is another. */
    public static boolean is(long pid, Instant then) {
        return of(pid, then).isPresent();
    }

    /** That process, while it runs. */
    public static Optional<ProcessHandle> of(long pid, Instant then) {
        return ProcessHandle.of(pid).filter(process -> isAsOld(process, then));
    }

    /** Whether a path is among the arguments of a process, or below one; where the system does not tell them, it may be. */
    public static boolean mentions(ProcessHandle process, Path path) {
        return process.info()
                .arguments()
                .map(arguments -> Stream.of(arguments).anyMatch(argument -> argument.startsWith(path + "/")))
                .orElse(true);
    }

    private static boolean isAsOld(ProcessHandle process, Instant then) {
        return process.info()
                .startInstant()
                .map(start -> start.isBefore(then.plus(CLOCK_TOLERANCE)))
                .orElse(true);
    }
}
