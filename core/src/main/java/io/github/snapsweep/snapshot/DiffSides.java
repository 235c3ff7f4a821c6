package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.GitProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Finds what a snapshot is to be compared with. */
public final class DiffSides {

    private static final int SHOWN = 5;
    private static final int COMMIT_DIGITS = 12;

    private final GitRepository repository;
    private final UserGit git;
    private final Snapshots snapshots;

    public DiffSides(GitRepository repository, UserGit git, Snapshots snapshots) {
        this.repository = repository;
        this.git = git;
        this.snapshots = snapshots;
    }

    /** The commit that HEAD was when a snapshot was taken. */
    public DiffSide base(Snapshot snapshot) {
        return snapshot.base()
                .map(base -> new DiffSide(base, "its base, " + onBranch(snapshot.baseBranch(), base)))
                .orElseGet(() -> nothing("its base, " + snapshot.baseBranch()));
    }

    /** What HEAD is now. */
    public DiffSide head() {
        return Optional.ofNullable(repository.head())
                .map(ObjectId::name)
                .map(commit -> new DiffSide(commit, "HEAD, " + onBranch(repository.branch(), commit)))
                .orElseGet(() -> nothing("HEAD, " + repository.branch()));
    }

    /**
     * What is on disk, captured into a folder for a while.
     *
     * @throws Problem as {@link Snapshots#create} does
     */
    public DiffSide files(SnapshotRequest request, Scratch scratch) {
        return new DiffSide(scratch.capture(request).tree().name(), "the files in " + repository.workTree());
    }

    /**
     * A snapshot, by its name or {@code latest}, or any commit that git knows.
     *
     * @throws Problem when there is none
     */
    public DiffSide named(String name) {
        List<Snapshot> all = snapshots.list();
        Optional<Snapshot> snapshot = all.stream()
                .filter(each -> name.equals("latest") || name.equals(each.name()) || name.equals(each.ref()))
                .findFirst();
        return snapshot.map(DiffSide::of)
                .or(() -> commit(name))
                .orElseThrow(() -> GitProblems.nothingToCompareWith(
                        name, all.stream().limit(SHOWN).map(Snapshot::name).toList()));
    }

    private Optional<DiffSide> commit(String name) {
        Answer answer = git.ask(Map.of(), List.of("rev-parse", "--verify", "--quiet", name + "^{commit}"));
        String commit = answer.out().strip();
        return answer.succeeded() && ObjectId.isId(commit)
                ? Optional.of(new DiffSide(commit, name + " (" + shortened(commit) + ")"))
                : Optional.empty();
    }

    private static DiffSide nothing(String what) {
        return DiffSide.nothing(what + ", which had no commit");
    }

    private static String onBranch(String branch, String commit) {
        String name = Repository.shortenRefName(branch);
        return (name.equals(Constants.HEAD) ? "" : name + " at ") + shortened(commit);
    }

    private static String shortened(String commit) {
        return commit.substring(0, COMMIT_DIGITS);
    }
}
