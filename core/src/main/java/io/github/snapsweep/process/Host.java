package io.github.snapsweep.process;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The machine as a value: what of it decides what this tool does.
 *
 * @param environment the variables that this process was started with
 * @param name the host's own name, for records
 * @param user who runs this
 * @param clock what time it is
 */
public record Host(Map<String, String> environment, String name, String user, Clock clock) {

    public Host {
        environment = Map.copyOf(environment);
    }

    /** The machine that this runs on. */
    public static Host current() {
        return new Host(System.getenv(), hostName(), System.getProperty("user.name", "?"), Clock.systemUTC());
    }

    /** Where the PATH has a program of this name. */
    public Optional<Path> program(String name) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
                .findFirst();
    }

    /** The environment with these variables set, or, where the value is empty, as it was. */
    public Map<String, String> environmentWith(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(new TreeMap<>(environment));
        all.putAll(more);
        return all;
    }

    /** As the kernel has it, and so bash: Java's own way asks the name service, which may be slow and longer. */
    private static String hostName() {
        Path kernel = Path.of("/proc/sys/kernel/hostname");
        try {
            return Files.isReadable(kernel)
                    ? Files.readString(kernel).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return System.getenv().getOrDefault("HOSTNAME", "localhost");
        }
    }
}
