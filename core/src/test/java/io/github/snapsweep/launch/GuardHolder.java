package io.github.snapsweep.launch;

import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Another process that is at work on a launch until it is killed: {@code GuardHolder PROJECT LAUNCH READY}. */
final class GuardHolder {

    private GuardHolder() {}

    public static void main(String[] words) throws Exception {
        LaunchFolder folder = new LaunchFolder(Path.of(words[0]), words[1]);
        LaunchGuard.with(folder, new ShownProgress(line -> {}, line -> {}, StepDisplay.NONE), () -> {
            Files.writeString(Path.of(words[2]), "");
            Thread.sleep(600_000);
            return words;
        });
    }

    /** Starts one and waits until it holds the guard. */
    static Process start(LaunchFolder folder) throws IOException, InterruptedException {
        Process process = begin(folder);
        while (!Files.exists(ready(folder)) && process.isAlive()) {
            Thread.sleep(20);
        }
        return process;
    }

    static Process begin(LaunchFolder folder) throws IOException {
        Files.deleteIfExists(ready(folder));
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GuardHolder.class.getName(),
                        folder.project().toString(),
                        folder.id(),
                        ready(folder).toString())
                .inheritIO()
                .start();
    }

    static Path ready(LaunchFolder folder) {
        return folder.path().resolve("ready");
    }
}
