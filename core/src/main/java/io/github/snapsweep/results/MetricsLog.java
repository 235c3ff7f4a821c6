package io.github.snapsweep.results;

import io.github.snapsweep.config.MetricPattern;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Numbers in what a task printed: of each metric the last one. */
final class MetricsLog {

    /** Of a log the end is read: so much of it. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final int LONGEST_LINE = 10_000;

    private MetricsLog() {}

    static Metrics read(List<Path> files, MetricPattern pattern) {
        FoundNumbers found = new FoundNumbers("its log");
        for (Path file : files) {
            try {
                if (Files.isRegularFile(file)) {
                    end(file)
                            .lines()
                            .filter(line -> line.length() <= LONGEST_LINE)
                            .forEach(line -> pattern.find(line).forEach(found::add));
                }
            } catch (IOException e) {
                return found.metrics().and(Metrics.fault("its log", String.valueOf(e.getMessage())));
            }
        }
        return found.metrics();
    }

    private static String end(Path file) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, log.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) Math.min(MOST_BYTES, log.length())];
            log.seek(start);
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return start == 0 ? text : text.substring(text.indexOf('\n') + 1); // half a line tells half a number
        }
    }
}
