package io.github.snapsweep.process;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code mvn -X} shows of each process: its words, its exit code, and how long it took. Its environment is never shown:
 * there may be secrets in it.
 */
public final class ProcessLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessLog.class);

    private ProcessLog() {}

    /**
     * A process has ended.
     *
     * @param started when it was started, by {@link System#nanoTime}
     */
    public static void ended(List<String> words, int exit, long started) {
        if (LOG.isDebugEnabled()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            LOG.debug("{} -> {} in {} ms", ShellWords.join(words), exit, millis);
        }
    }
}
