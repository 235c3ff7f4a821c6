package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** The snapshots of a repository: made, found, listed, deleted. */
public final class Snapshots {

    private static final String REFLOG = "snapsweep: created";
    private static final String REUSED = "snapsweep: used again";
    private static final int MAX_TIES = 10_000;

    private final GitRepository repository;
    private final SnapshotNames names;

    public Snapshots(GitRepository repository, SnapshotNames names) {
        this.repository = repository;
        this.names = names;
    }

    /**
     * Captures what is on disk: the tree, its commit, then the branch, last and create-only. Nothing of the user's is
     * touched.
     *
     * @throws Problem when something cannot be captured exactly; nothing is left behind then but unreferenced objects
     */
    public CreatedSnapshot create(SnapshotRequest request) {
        long start = System.nanoTime();
        Instant now = request.host().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        ObjectId base = repository.head();
        UnfinishedWork.cleanUp(repository, request.host());
        try (ObjectPack pack = repository.newPack(request.host());
                SubmoduleSnapshots submodules = new SubmoduleSnapshots(request, now)) {
            CapturedTree captured = capture(request, base, pack, submodules);
            Optional<Snapshot> same =
                    request.reuse() ? sameAs(captured, base).filter(this::isUsedAgain) : Optional.empty();
            Snapshot snapshot = same.orElseGet(() -> write(request, captured, base, pack, submodules, now));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new CreatedSnapshot(
                    snapshot, captured.contents().warning(submodules.warnings()), same.isPresent(), took);
        }
    }

    private CapturedTree capture(
            SnapshotRequest request, @Nullable ObjectId base, ObjectPack pack, SubmoduleSnapshots snapshots) {
        Submodules submodules = new Submodules(repository, request.untracked(), request.host(), null, snapshots);
        return new WorkTreeCapture(repository, request.linked(), request.untracked(), submodules).take(base, pack);
    }

    /**
     * What a snapshot taken now would hold. Nothing is made.
     *
     * @throws Problem as {@link #create} does
     */
    public Contents preview(SnapshotRequest request) {
        Instant now = request.host().clock().instant();
        try {
            Path scratch = Scratch.folder(Scratch.shared(), request.host());
            try (ObjectPack pack = new ObjectPack(scratch);
                    SubmoduleSnapshots submodules = new SubmoduleSnapshots(request, now)) {
                return capture(request, repository.head(), pack, submodules).contents();
            }
        } catch (IOException e) {
            throw SnapshotProblems.captureFailed(repository.workTree(), e);
        }
    }

    /** All snapshots of these names, newest first. */
    public List<Snapshot> list() {
        try (RevWalk commits = new RevWalk(repository.jgit())) {
            List<Snapshot> found = new ArrayList<>();
            for (Ref ref : repository.jgit().getRefDatabase().getRefsByPrefix(names.refPrefix())) {
                read(ref, commits).ifPresent(found::add);
            }
            found.sort(Comparator.comparing(Snapshot::created)
                    .thenComparing(Snapshot::ref)
                    .reversed());
            return found;
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    /**
     * The snapshot of a name ({@code latest} is the newest), or of a commit's first digits.
     *
     * @throws Problem when there is none; it lists those that there are
     */
    public Snapshot find(String name) {
        List<Snapshot> all = list();
        return all.stream()
                .filter(snapshot -> name.equals("latest")
                        || snapshot.ref().equals(name)
                        || snapshot.name().equals(name)
                        || (name.length() >= 7 && snapshot.commit().startsWith(name)))
                .findFirst()
                .orElseThrow(() -> SnapshotProblems.unknownSnapshot(
                        name, all.stream().limit(5).map(Snapshot::name).toList()));
    }

    /** Deletes a snapshot's branch if it still points where it did; tells whether it is gone. */
    public boolean delete(Snapshot snapshot) {
        return delete(snapshot, () -> true);
    }

    /** The same, when a last look agrees at a moment when nobody can be given the snapshot any more. */
    boolean delete(Snapshot snapshot, RefFiles.LastLook look) {
        return deleteRef(snapshot.ref(), ObjectId.fromString(snapshot.commit()), look);
    }

    /** Removes the branches that a snapshot, and no other, has in submodules. */
    void removeInSubmodules(Snapshot snapshot) {
        List<Snapshot> others = list().stream()
                .filter(other -> !other.ref().equals(snapshot.ref()))
                .toList();
        new SubmoduleBranches(repository, names).remove(snapshot, others);
    }

    boolean deleteRef(String ref, ObjectId commit) {
        return deleteRef(ref, commit, () -> true);
    }

    private boolean deleteRef(String ref, ObjectId commit, RefFiles.LastLook look) {
        try {
            return new RefFiles(repository).delete(ref, commit, look);
        } catch (IOException e) {
            throw SnapshotProblems.refFailed(ref, e);
        }
    }

    /** Whether a ref points at a commit. */
    public boolean isAt(String ref, String commit) {
        try {
            Ref found = repository.jgit().exactRef(ref);
            return found != null && ObjectId.fromString(commit).equals(found.getObjectId());
        } catch (IOException e) {
            throw SnapshotProblems.refFailed(ref, e);
        }
    }

    /** How often somebody was given the snapshot: it grows when a launch takes it again. */
    public int uses(Snapshot snapshot) {
        try {
            Ref ref = repository.jgit().exactRef(snapshot.ref());
            return ref == null ? 0 : entries(ref).size();
        } catch (IOException e) {
            throw SnapshotProblems.refFailed(snapshot.ref(), e);
        }
    }

    /** Where the refs are, and what they begin with. */
    String prefix() {
        return names.refPrefix();
    }

    /** The refs of these names whose commits are not there, with those. */
    Map<String, String> broken() {
        try (RevWalk commits = new RevWalk(repository.jgit())) {
            Map<String, String> broken = new LinkedHashMap<>();
            for (Ref ref : repository.jgit().getRefDatabase().getRefsByPrefix(names.refPrefix())) {
                if (names.instant(ref.getName()).isPresent()
                        && ref.getObjectId() != null
                        && !commits.getObjectReader().has(ref.getObjectId())) {
                    broken.put(ref.getName(), ref.getObjectId().name());
                }
            }
            return broken;
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    /** Whether the reflog tells that this tool made a ref. */
    boolean isOurs(String name) {
        try {
            Ref ref = repository.jgit().exactRef(name);
            return ref != null && isNewlyCreated(ref);
        } catch (IOException e) {
            throw SnapshotProblems.refFailed(name, e);
        }
    }

    /** The commits that any ref points at, with the ref. */
    Map<String, String> tips() {
        try {
            Map<String, String> tips = new LinkedHashMap<>();
            for (Ref ref : repository.jgit().getRefDatabase().getRefs()) {
                if (ref.getObjectId() != null && !ref.isSymbolic()) {
                    tips.putIfAbsent(ref.getObjectId().name(), ref.getName());
                }
            }
            return tips;
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    /** As {@link #delete}, but not when somebody was given the snapshot again since it was made. */
    public boolean deleteUnshared(Snapshot snapshot) {
        return delete(snapshot, () -> uses(snapshot) <= 1);
    }

    /** The branches that are checked out, and where: git lets nobody delete those. */
    public Map<String, Path> checkedOut() {
        try {
            return repository.checkedOut();
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    /** The newest snapshot with the same tree and base, if there is one. */
    Optional<Snapshot> sameAs(CapturedTree captured, @Nullable ObjectId base) {
        String tree = captured.tree().name();
        Optional<String> parent = Optional.ofNullable(base).map(ObjectId::name);
        return list().stream()
                .filter(snapshot ->
                        snapshot.tree().equals(tree) && snapshot.base().equals(parent))
                .findFirst()
                .map(this::named);
    }

    /** Leaves word in the reflog, for whoever would take the snapshot back; false when somebody just does. */
    private boolean isUsedAgain(Snapshot snapshot) {
        ObjectId commit = ObjectId.fromString(snapshot.commit());
        try {
            return new RefFiles(repository)
                    .logAt(snapshot.ref(), commit, SnapshotCommit.identity(snapshot.created()), REUSED);
        } catch (IOException e) {
            throw SnapshotProblems.refFailed(snapshot.ref(), e);
        }
    }

    /** A snapshot that is its base commit has no trailer to tell the branch: it is the one that is checked out. */
    private Snapshot named(Snapshot snapshot) {
        return snapshot.base().equals(Optional.of(snapshot.commit()))
                ? new Snapshot(
                        snapshot.ref(),
                        snapshot.commit(),
                        snapshot.tree(),
                        snapshot.base(),
                        repository.branch(),
                        snapshot.created())
                : snapshot;
    }

    private Snapshot write(
            SnapshotRequest request,
            CapturedTree captured,
            @Nullable ObjectId base,
            ObjectPack pack,
            SubmoduleSnapshots submodules,
            Instant now) {
        try {
            ObjectId commit = base != null && captured.contents().isEmpty()
                    ? base
                    : SnapshotCommit.add(repository, captured, base, request.host(), now, pack);
            pack.publish(repository.objects(), repository.permissions(), repository.durability());
            submodules.publish();
            String ref = createRef(commit, now);
            pack.release();
            Optional<String> parent = Optional.ofNullable(base).map(ObjectId::name);
            return new Snapshot(ref, commit.name(), captured.tree().name(), parent, repository.branch(), now);
        } catch (IOException e) {
            submodules.withdraw();
            throw SnapshotProblems.captureFailed(repository.workTree(), e);
        } catch (Problem e) {
            submodules.withdraw();
            throw e;
        }
    }

    /** Gives a commit a branch of its own: the first name that is free. */
    String createRef(ObjectId commit, Instant now) throws IOException {
        for (int tie = 1; tie <= MAX_TIES; tie++) {
            String name = names.ref(now, tie);
            if (!repository.jgit().getRefDatabase().getConflictingNames(name).isEmpty()) {
                throw SnapshotProblems.conflictingRef(
                        name, repository.jgit().getRefDatabase().getConflictingNames(name));
            }
            if (repository.jgit().exactRef(name) == null
                    && new RefFiles(repository).create(name, commit, SnapshotCommit.identity(now), REFLOG)) {
                return name;
            }
        }
        throw SnapshotProblems.noFreeName(names.ref(now, 1));
    }

    /** A ref as a snapshot, when this tool made it and nobody moved it since. */
    private Optional<Snapshot> read(Ref ref, RevWalk commits) throws IOException {
        Optional<Instant> created = names.instant(ref.getName());
        if (created.isEmpty() || ref.getObjectId() == null) {
            return Optional.empty();
        }
        RevCommit commit;
        try {
            commit = commits.parseCommit(ref.getObjectId());
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            return Optional.empty(); // no snapshot (any more): git fsck and snapshot:doctor tell of it
        }
        if (SnapshotCommit.isOurs(commit)) {
            Optional<String> base = commit.getParentCount() == 0
                    ? Optional.empty()
                    : Optional.of(commit.getParent(0).name());
            return Optional.of(snapshot(ref, commit, base, SnapshotCommit.branch(commit), created.get()));
        }
        if (!isNewlyCreated(ref)) {
            return Optional.empty();
        }
        return Optional.of(snapshot(ref, commit, Optional.of(commit.name()), "HEAD", created.get()));
    }

    private static Snapshot snapshot(Ref ref, RevCommit commit, Optional<String> base, String branch, Instant created) {
        return new Snapshot(ref.getName(), commit.name(), commit.getTree().name(), base, branch, created);
    }

    /** A snapshot in which nothing differed is its base commit: only the reflog tells that the branch is ours. */
    private boolean isNewlyCreated(Ref ref) throws IOException {
        List<ReflogEntry> entries = entries(ref);
        return !entries.isEmpty()
                && entries.stream()
                        .allMatch(entry -> entry.getNewId().equals(ref.getObjectId())
                                && List.of(REFLOG, REUSED).contains(entry.getComment()));
    }

    private List<ReflogEntry> entries(Ref ref) throws IOException {
        ReflogReader reflog = repository.jgit().getRefDatabase().getReflogReader(ref);
        return reflog == null ? List.of() : reflog.getReverseEntries();
    }

    Repository jgit() {
        return repository.jgit();
    }
}
