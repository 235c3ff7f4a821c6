package io.github.snapsweep.launch;

import io.github.snapsweep.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Slurm last said of the tasks of a launch that had not ended: told when it does not answer. */
final class LastKnown {

    private final Path file;
    private final Clock clock;

    LastKnown(LaunchFolder folder, Clock clock) {
        this.file = folder.path().resolve("states.json");
        this.clock = clock;
    }

    /** Keeps the states of those that have not ended. A folder that cannot be written to is no reason to fail. */
    void keep(List<TaskStatus> tasks) {
        List<TaskStatus> open =
                tasks.stream().filter(task -> !task.state().isEnd()).toList();
        try {
            if (!open.isEmpty()) {
                Json.write(file, new States(clock.instant().truncatedTo(ChronoUnit.SECONDS), open));
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return; // somebody else's launch, say: it is only looked at
        }
    }

    /** The same tasks, those that nothing is known of as they were last. */
    LaunchStatus fill(LaunchRecord launch, List<TaskStatus> tasks, String silence) {
        Optional<States> last = read();
        Map<Integer, TaskStatus> before = new HashMap<>();
        last.ifPresent(states -> states.tasks.forEach(task -> before.put(task.task(), task)));
        List<TaskStatus> filled = new ArrayList<>(tasks.size());
        for (TaskStatus task : tasks) {
            TaskStatus known = task.state() == TaskState.UNKNOWN ? before.get(task.task()) : null;
            filled.add(known == null || known.attempt() != task.attempt() ? task : known);
        }
        String rest = last.map(states -> "what it said at " + states.when).orElse("what the tasks themselves wrote");
        return new LaunchStatus(
                launch, filled, "Slurm did not answer, so this is " + rest + ", and may have changed: " + silence);
    }

    private Optional<States> read() {
        try {
            return Files.exists(file) ? Optional.of(Json.read(Files.readString(file), States.class)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record States(Instant when, List<TaskStatus> tasks) {}
}
