package io.github.snapsweep.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Calls the library once in a JVM of its own, and prints the result and the milliseconds inside; with
 * {@code -Dpeak=true} also the most memory that the process had.
 *
 * <p>{@code Once nothing REPOSITORY} is what a JVM costs by itself. {@code capture REPOSITORY} takes a snapshot,
 * {@code worktree REPOSITORY [SNAPSHOT]} makes the worktree of one (the latest), {@code keep-only REPOSITORY SNAPSHOT}
 * removes the worktrees of all others, {@code points SWEEP} makes each point of a sweep, as a launch would.
 */
public final class Once {

    private Once() {}

    /** Uses no lambdas and joins no texts: what a JVM loads for those would be measured too. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        String result = call(arguments);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        System.out.println(result);
        System.out.print("milliseconds ");
        System.out.println(milliseconds);
        if (Boolean.getBoolean("peak")) {
            System.out.print("peak MiB ");
            System.out.println(peak());
        }
    }

    private static String call(String[] arguments) {
        String repository = arguments[1];
        return switch (arguments[0]) {
            case "points" -> Library.points(arguments[1]);
            case "nothing" -> "nothing";
            case "capture" -> Library.capture(Path.of(repository));
            case "worktree" -> Library.worktree(Path.of(repository), arguments.length > 2 ? arguments[2] : "latest");
            case "keep-only" -> Library.keepOnly(Path.of(repository), arguments[2]);
            default ->
                throw new IllegalArgumentException(
                        "nothing, capture, worktree, keep-only or points: not ".concat(arguments[0]));
        };
    }

    /** As Linux counts it. */
    private static long peak() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("/proc/self/status has no VmHWM");
    }
}
