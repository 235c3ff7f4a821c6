package io.github.snapsweep.launch;

import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who makes a launch, or removes it, written in its folder: where there is no record, it tells whether there will be one. */
final class LaunchMaker {

    /** The file; it comes first and goes last. */
    static final String FILE = "maker";

    private static final Pattern TEXT = Pattern.compile("process (\\d+) on (.+)");

    /** So long a folder may lack what is to be its first file. */
    private static final Duration NAMELESS = Duration.ofHours(1);

    private LaunchMaker() {}

    /** Says that this process is at work on a launch. */
    static void sign(LaunchFolder folder, Host host) throws IOException {
        Path file = folder.path().resolve(FILE);
        if (Files.isSymbolicLink(file)) {
            Files.delete(file); // nobody's: what it leads to stays
        }
        Files.writeString(
                file,
                "process " + ProcessHandle.current().pid() + " on " + host.name() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether nobody is at work on a launch any more. Of another host it cannot be told. */
    static boolean isGone(LaunchFolder folder, Host host) {
        Path file = folder.path().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Instant changed = Files.getLastModifiedTime(folder.path()).toInstant();
                return isEmpty(folder.path())
                        && changed.plus(NAMELESS).isBefore(host.clock().instant());
            }
            Matcher maker = TEXT.matcher(Files.readString(file).strip());
            return maker.matches()
                    && maker.group(2).equals(host.name())
                    && !RunningProcess.is(
                            Long.parseLong(maker.group(1)),
                            Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return false; // it changes just now
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
