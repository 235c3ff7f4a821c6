package it.app;

import it.lib.Lib;
import java.nio.file.Files;
import java.nio.file.Path;

public class App {
    public static void main(String[] arguments) throws Exception {
        write(Lib.text());
        Files.writeString(
                Path.of(System.getenv("SNAPSWEEP_OUTPUT"), "arguments"),
                String.join(" ", arguments) + " " + System.getProperty("solver.threads") + " " + Path.of("").toAbsolutePath());
    }

    static void write(String text) throws Exception {
        Files.writeString(Path.of(System.getenv("SNAPSWEEP_OUTPUT"), "seen"), text);
    }
}
