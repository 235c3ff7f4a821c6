package org.example.percolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one experiment and writes {@code metrics.json} to the folder that SNAPSWEEP_OUTPUT names. */
public final class Main {

    private static final String USAGE = "usage: percolation size=64 p=0.5 seed=0 [trials=200]";

    private Main() {}

    public static void main(String[] words) {
        System.exit(run(words));
    }

    private static int run(String[] words) {
        Experiment experiment;
        try {
            experiment = Arguments.parse(words);
        } catch (IllegalArgumentException e) {
            System.err.println("percolation: " + e.getMessage());
            System.err.println(USAGE);
            return 2;
        }
        Metrics metrics = experiment.run();
        try {
            Path folder = Files.createDirectories(outputFolder());
            Files.writeString(folder.resolve("metrics.json"), metrics.toJson());
        } catch (IOException e) {
            System.err.println("percolation: cannot write metrics.json: " + e);
            return 1;
        }
        System.out.println(metrics.toLine());
        return 0;
    }

    /** The current folder, unless told otherwise. */
    private static Path outputFolder() {
        String named = System.getenv("SNAPSWEEP_OUTPUT");
        return Path.of(named == null ? "" : named).toAbsolutePath();
    }
}
