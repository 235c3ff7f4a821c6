package io.github.snapsweep.launch;

import io.github.snapsweep.process.Host;
import io.github.snapsweep.snapshot.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A round in which tasks of a launch are run: the launch itself is the first, each retry one more.
 *
 * @param number from 1
 * @param when when it was begun
 * @param executor who runs its tasks
 * @param host where it was sent from
 * @param pid the process there that sent it; tasks of this machine run below it
 * @param tasks the numbers of its tasks, {@code 0-99,104}; those in none of its parts were not sent
 * @param parts what was sent, in order
 * @param versions what sent it: {@code snapsweep}, {@code java} and, where it is known, {@code slurm}
 */
public record Attempt(
        int number,
        Instant when,
        ExecutorKind executor,
        String host,
        long pid,
        String tasks,
        List<Part> parts,
        Map<String, String> versions) {

    public Attempt {
        parts = List.copyOf(parts);
        versions = new TreeMap<>(Objects.requireNonNullElse(versions, Map.of())); // early records have none
    }

    /** An attempt of this process, of which nothing is sent yet. */
    static Attempt begun(int number, Instant when, ExecutorKind executor, Host host, String tasks) {
        return new Attempt(
                number,
                when,
                executor,
                host.name(),
                ProcessHandle.current().pid(),
                tasks,
                List.of(),
                Map.of("snapsweep", Version.current(), "java", System.getProperty("java.version")));
    }

    /** The part that runs a task. */
    Part partOf(int task) {
        return parts.stream()
                .filter(part -> part.numbers().values().contains(task))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("attempt " + number + " has no task " + task));
    }

    /** The same with one part more, or with what is now known of one. */
    Attempt with(Part part) {
        boolean known = parts.stream().anyMatch(each -> each.number() == part.number());
        List<Part> all = known
                ? parts.stream()
                        .map(each -> each.number() == part.number() ? part : each)
                        .toList()
                : Stream.concat(parts.stream(), Stream.of(part)).toList();
        return new Attempt(number, when, executor, host, pid, tasks, all, versions);
    }

    /** The same with the version of something more. */
    Attempt with(String what, String version) {
        Map<String, String> all = new TreeMap<>(versions);
        all.put(what, version);
        return new Attempt(number, when, executor, host, pid, tasks, parts, all);
    }
}
