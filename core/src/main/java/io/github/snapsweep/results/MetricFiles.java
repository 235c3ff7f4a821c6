package io.github.snapsweep.results;

import io.github.snapsweep.problem.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The files of metrics in a task's output folder. */
final class MetricFiles {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private MetricFiles() {}

    /** What is in both; where they differ, the JSON counts. */
    static Metrics read(Path output) {
        return read(output, "metrics.json", MetricsJson::read).and(read(output, "metrics.csv", MetricsCsv::read));
    }

    /** Reads a form of metrics. */
    @FunctionalInterface
    private interface Form {
        Metrics read(String place, String text) throws IOException;
    }

    private static Metrics read(Path output, String name, Form form) {
        Path file = output.resolve(name);
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (found.isSymbolicLink()) {
                requireInside(output, file);
            }
            return form.read(name, text(file));
        } catch (NoSuchFileException e) {
            return Metrics.NONE;
        } catch (IOException e) {
            return Metrics.fault(name, Reason.of(e));
        }
    }

    private static void requireInside(Path output, Path link) throws IOException {
        if (!Files.exists(link)) {
            throw new IOException("it is a link to nothing");
        }
        if (!link.toRealPath().startsWith(output.toRealPath())) {
            throw new IOException("it is a link that leads out of the task's folder");
        }
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it is larger than " + MOST_BYTES / 1024 / 1024 + " MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
