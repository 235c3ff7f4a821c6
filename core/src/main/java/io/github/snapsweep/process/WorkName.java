package io.github.snapsweep.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of what a process needs for a while: {@code <process>@<host>-<unique>}. They tell whether it was left. */
public final class WorkName {

    private static final Pattern NAME = Pattern.compile("(\\d+)@(.+)-[0-9a-f-]{36}");

    private WorkName() {}

    /** A new one of this process. */
    public static String next(Host host) {
        return ProcessHandle.current().pid() + "@" + host.name() + "-" + UUID.randomUUID();
    }

    /**
     * Whether a process of this host left it that is dead. Only what is this user's own: of others' processes it cannot
     * be told everywhere whether they live.
     *
     * @param prefix what stands before the name
     */
    public static boolean isLeft(Path path, String prefix, Host host) throws IOException {
        String file = path.getFileName().toString();
        Matcher name = NAME.matcher(file.startsWith(prefix) ? file.substring(prefix.length()) : "");
        try {
            return name.matches() && isLeft(path, name, host);
        } catch (NoSuchFileException e) {
            return false; // its process has ended meanwhile
        }
    }

    private static boolean isLeft(Path path, Matcher name, Host host) throws IOException {
        return name.group(2).equals(host.name())
                && !RunningProcess.is(
                        Long.parseLong(name.group(1)),
                        Files.getLastModifiedTime(path).toInstant())
                && ThisUser.owns(path);
    }
}
