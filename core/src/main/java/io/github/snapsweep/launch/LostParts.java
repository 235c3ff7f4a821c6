package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.JobId;
import io.github.snapsweep.slurm.SlurmClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the jobs of parts that were sent without an answer: sbatch was killed, or the controller hung. A controller
 * that wakes takes such a request up, so the job may come into being after it was looked for.
 */
final class LostParts {

    /** How often, while the controller answers, a job is looked for before it counts as not there. */
    private static final int LOOKS = 5;

    private final SlurmClient client;
    private final LaunchFolder folder;
    private final Pauses pauses;

    LostParts(SlurmClient client, LaunchFolder folder) {
        this(client, folder, Pauses.USUAL);
    }

    LostParts(SlurmClient client, LaunchFolder folder, Pauses pauses) {
        this.client = client;
        this.folder = folder;
        this.pauses = pauses;
    }

    /** The record with the jobs that can be found at a look, as it should be; nothing is written. */
    LaunchRecord found(LaunchRecord launch, boolean held) throws IOException, InterruptedException {
        LaunchRecord current = launch;
        for (Part part : held ? List.<Part>of() : lost(launch)) {
            Optional<JobId> id = look(part).id;
            if (id.isPresent()) {
                current = current.with(part.takenAs(id.get()));
            }
        }
        return current;
    }

    static List<Part> lost(LaunchRecord launch) {
        return launch.parts().stream()
                .filter(part -> part.state() == PartState.SENDING)
                .toList();
    }

    /**
     * Finds out what became of a part, for good: its job is found, or, when Slurm is sure not to have it by now, the
     * part is given up. From then on a job that appears late runs nothing, see the script.
     *
     * @return the part as it is known then; still being sent when Slurm did not answer
     */
    Part settle(Part part) throws IOException, InterruptedException {
        for (int look = 1; look <= LOOKS; look++) {
            Look seen = look(part);
            if (seen.id.isPresent()) {
                return part.takenAs(seen.id.get());
            }
            if (look == LOOKS && !seen.answered) {
                return part;
            }
            if (look < LOOKS) {
                Thread.sleep(pauses.betweenLooks().toMillis());
            }
        }
        Files.createDirectories(folder.parts());
        Path fence = Files.writeString(folder.fence(part), "");
        // A task writes its mark and then looks for the fence; here it is the other way round: one of the two sees the
        // other.
        Optional<JobId> begun = byMarks(part);
        if (begun.isPresent()) {
            Files.delete(fence);
            return part.takenAs(begun.get());
        }
        return part.givenUp();
    }

    private Look look(Part part) throws IOException, InterruptedException {
        Optional<JobId> begun = byMarks(part);
        if (begun.isPresent() || part.token() == null) {
            return new Look(begun, true);
        }
        boolean answered = true;
        for (Optional<String> cluster : clusters(part.cluster())) {
            var reply = client.findByToken(part.token(), cluster);
            Optional<JobId> id = reply.known().flatMap(each -> each);
            if (id.isPresent()) {
                return new Look(id, true);
            }
            answered &= reply.known().isPresent();
        }
        return new Look(Optional.empty(), answered);
    }

    private static List<Optional<String>> clusters(@Nullable String asked) {
        return asked == null
                ? List.of(Optional.empty())
                : Stream.of(asked.split(",")).map(Optional::of).toList();
    }

    /** The job by what one of its tasks wrote: those that Slurm has forgotten are found by it too. */
    private Optional<JobId> byMarks(Part part) throws IOException {
        Map<Integer, Part> tasks = new HashMap<>();
        part.numbers().values().forEach(task -> tasks.put(task, part));
        return TaskMarks.read(folder, tasks).byTask().values().stream()
                .map(TaskMark::arrayId)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * What a look saw.
     *
     * @param answered whether what was not seen is not there
     */
    private record Look(Optional<JobId> id, boolean answered) {}
}
