package io.github.snapsweep.launch;

import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.SnapshotUse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The launches that a project has records of, and how they do, asked once.
 *
 * @param launches the launches, newest first
 */
record KnownLaunches(List<Known> launches) implements SnapshotUse {

    KnownLaunches {
        launches = List.copyOf(launches);
    }

    /**
     * A launch.
     *
     * @param status its record and its tasks; empty when the record cannot be read
     */
    record Known(LaunchFolder folder, Optional<LaunchStatus> status) {

        boolean runs(Snapshot snapshot) {
            return status.map(LaunchStatus::launch)
                    .filter(launch -> snapshot.commit().equals(launch.code().commit()))
                    .isPresent();
        }

        /** Why it cannot go: it has not ended, or nobody knows; empty when it has. */
        Optional<String> open() {
            if (status.isEmpty()) {
                return Optional.of("its record cannot be read");
            }
            LaunchUse use = LaunchUse.of("", status.get());
            return use.needed()
                    ? Optional.of(use.notice().isEmpty() ? status.get().summary() : use.notice())
                    : Optional.empty();
        }
    }

    static KnownLaunches of(Path project, LaunchStates states) throws IOException {
        List<LaunchFolder> all = LaunchFolder.all(project);
        List<LaunchFolder> readable =
                all.stream().filter(LaunchFolder::isReadable).toList();
        Map<String, LaunchStatus> statuses = states.of(readable).stream()
                .collect(Collectors.toMap(status -> status.launch().launch(), status -> status));
        List<Known> known = new ArrayList<>();
        for (LaunchFolder folder : all) {
            known.add(new Known(folder, Optional.ofNullable(statuses.get(folder.id()))));
        }
        return new KnownLaunches(known);
    }

    @Override
    public Optional<Instant> last(Snapshot snapshot) {
        return launches.stream()
                .filter(launch -> launch.runs(snapshot))
                .flatMap(launch -> launch.status().stream())
                .flatMap(status -> Stream.concat(
                        Stream.of(status.launch().created()),
                        status.launch().attempts().stream().map(Attempt::when)))
                .max(Instant::compareTo);
    }

    @Override
    public Optional<String> needed(Snapshot snapshot) {
        return launches.stream()
                .filter(launch -> launch.runs(snapshot))
                .flatMap(launch ->
                        launch.open().stream().map(why -> launch.folder().id() + ": " + why))
                .findFirst();
    }
}
