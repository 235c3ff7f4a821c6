package io.github.snapsweep.launch;

import io.github.snapsweep.progress.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what a goal shows. */
final class Printed implements Output {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void show(Path file) throws IOException {
        Files.copy(file, bytes);
    }

    @Override
    public OutputStream stream() {
        return bytes;
    }

    @Override
    public boolean hasColours() {
        return false;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
