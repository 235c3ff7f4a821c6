package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ObjectPack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of the submodules with edits: each is a commit in the submodule's own repository, with a branch there that keeps
 * it. The branches come only when the snapshot around them is sure.
 */
final class SubmoduleSnapshots implements Submodules.Edits, AutoCloseable {

    private final SnapshotRequest request;
    private final Instant now;
    private final List<Inner> inner = new ArrayList<>();

    SubmoduleSnapshots(SnapshotRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    @Override
    public ObjectId commit(String path, Path folder, ObjectId head) throws IOException {
        GitRepository repository = GitRepository.at(folder);
        Inner submodule = new Inner(path, repository, repository.newPack(request.host()));
        inner.add(submodule);
        LinkedPaths none = new LinkedPaths(folder, List.of());
        Submodules nested = new Submodules(
                repository,
                request.untracked(),
                request.host(),
                null,
                (name, root, at) -> commit(path + "/" + name, root, at));
        CapturedTree captured =
                new WorkTreeCapture(repository, none, request.untracked(), nested).take(head, submodule.pack);
        if (captured.contents().isEmpty()) {
            return head;
        }
        Snapshots snapshots = new Snapshots(repository, request.names());
        Optional<Snapshot> same = snapshots.sameAs(captured, head);
        if (same.isPresent()) {
            return ObjectId.fromString(same.get().commit());
        }
        ObjectId commit = SnapshotCommit.add(repository, captured, head, request.host(), now, submodule.pack);
        submodule.commit = commit;
        return commit;
    }

    /** What became of the submodules with edits; people read it. */
    List<String> warnings() {
        return inner.stream()
                .filter(submodule -> submodule.commit != null)
                .map(submodule -> "the submodule " + submodule.path
                        + " has edits: they are a snapshot of its own there, which is not pushed")
                .sorted()
                .toList();
    }

    /** Makes the commits and branches part of the submodules. */
    void publish() throws IOException {
        for (Inner submodule : inner) {
            if (submodule.commit != null) {
                submodule.pack.publish(
                        submodule.repository.objects(),
                        submodule.repository.permissions(),
                        submodule.repository.durability());
                submodule.ref = new Snapshots(submodule.repository, request.names()).createRef(submodule.commit, now);
                submodule.pack.release();
            }
        }
    }

    /** Takes the branches back: the snapshot around them did not come about. */
    void withdraw() {
        for (Inner submodule : inner) {
            if (submodule.commit != null && submodule.ref != null) {
                new Snapshots(submodule.repository, request.names()).deleteRef(submodule.ref, submodule.commit);
            }
        }
    }

    @Override
    public void close() {
        for (Inner submodule : inner) {
            submodule.pack.close();
            submodule.repository.close();
        }
    }

    /** A submodule that was looked at. */
    private static final class Inner {

        private final String path;
        private final GitRepository repository;
        private final ObjectPack pack;
        private @Nullable ObjectId commit;
        private @Nullable String ref;

        Inner(String path, GitRepository repository, ObjectPack pack) {
            this.path = path;
            this.repository = repository;
            this.pack = pack;
        }
    }
}
