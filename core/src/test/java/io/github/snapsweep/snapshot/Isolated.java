package io.github.snapsweep.snapshot;

import io.github.snapsweep.process.Host;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** A machine with a git that no configuration but the repository's own holds for. */
final class Isolated {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
            "HOME", "/nonexistent",
            "LC_ALL", "C.UTF-8",
            "TERM", "xterm",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null");

    private Isolated() {}

    static Host host() {
        return with(Map.of());
    }

    static Host with(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>(ENVIRONMENT);
        all.putAll(variables);
        return new Host(all, "login1", "ada", Clock.fixed(Snapper.NOW, ZoneOffset.UTC));
    }
}
