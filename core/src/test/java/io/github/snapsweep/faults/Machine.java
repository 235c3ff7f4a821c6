package io.github.snapsweep.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The machine that the tests run on. */
final class Machine {

    private Machine() {}

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Runs a program, and gives what it printed. */
    static String run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(List.of(words) + ": " + said);
        }
        return said.strip();
    }

    /** A program of a few lines of sh. */
    static Path script(Path file, String lines) throws IOException {
        java.nio.file.Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return file;
    }
}
