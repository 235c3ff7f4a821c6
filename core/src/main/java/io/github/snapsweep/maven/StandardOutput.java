package io.github.snapsweep.maven;

import io.github.snapsweep.progress.Output;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;

/**
 * The standard output of Maven.
 *
 * @param session tells which Maven it is, and what its user said of colours
 */
record StandardOutput(MavenSession session) implements Output {

    @Override
    public void show(Path file) throws IOException {
        OutputStream out = stream();
        Files.copy(file, out);
        out.flush();
    }

    @Override
    public OutputStream stream() {
        System.out.flush();
        return marksLines() ? new FileOutputStream(FileDescriptor.out) : System.out; // stays open
    }

    /** Maven 4 logs what is printed, with {@code [INFO] [stdout]} before each line: no patch would apply. */
    private boolean marksLines() {
        return !session.getSystemProperties().getProperty("maven.version", "3").startsWith("3.");
    }

    @Override
    public boolean hasColours() {
        String wish = session.getUserProperties().getProperty("style.color", "auto");
        return switch (wish) {
            case "always" -> true;
            case "never" -> false;
            default ->
                session.getRequest().isInteractiveMode() && System.getenv("NO_COLOR") == null && Screen.isConsole();
        };
    }
}
