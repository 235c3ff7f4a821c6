package io.github.snapsweep.launch;

import io.github.snapsweep.progress.Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Shows what is added to logs, as it is added. */
final class FollowedLog {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final Output output;
    private final Map<Path, Long> shown = new HashMap<>();

    FollowedLog(Output output) {
        this.output = output;
    }

    /**
     * Follows files, which need not be there yet, until whoever writes them has ended.
     *
     * @param between how long it takes at least until it is asked again whether that is so
     */
    void follow(List<Path> files, Duration between, BooleanSupplier ended) throws IOException, InterruptedException {
        long next = System.nanoTime();
        while (true) {
            boolean last = System.nanoTime() >= next && ended.getAsBoolean();
            if (System.nanoTime() >= next) {
                next = System.nanoTime() + between.toNanos();
            }
            for (Path file : files) {
                showNew(file);
            }
            if (last) {
                return;
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** Shows what a file has more than when it was last looked at. */
    void showNew(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = shown.getOrDefault(file, 0L);
            if (channel.size() < from) {
                from = 0; // it was written anew
            }
            channel.position(from);
            InputStream in = Channels.newInputStream(channel);
            OutputStream out = output.stream();
            shown.put(file, from + in.transferTo(out));
            out.flush();
        }
    }
}
