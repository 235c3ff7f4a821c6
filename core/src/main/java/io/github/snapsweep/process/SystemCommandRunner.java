package io.github.snapsweep.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Starts real processes: standard input empty, both outputs drained, the time limit kept. */
public final class SystemCommandRunner implements CommandRunner {

    /** A thread for each stream: the common pool may be too small, or busy. */
    private static final Executor DRAINS = task -> {
        Thread thread = new Thread(task, "snapsweep-drain");
        thread.setDaemon(true);
        thread.start();
    };

    @Override
    public Answer run(Command command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(command.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        long start = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> out = drain(process.getInputStream());
        CompletableFuture<String> err = drain(process.getErrorStream());
        boolean ended = false;
        try {
            ended = process.waitFor(command.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        Answer answer = new Answer(command, process.waitFor(), out.join(), err.join(), !ended);
        ProcessLog.ended(command.words(), answer.exit(), start);
        return answer;
    }

    private static CompletableFuture<String> drain(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                DRAINS);
    }
}
