package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/** Puts the promises about snapshots to the test in a repository, by git's own word wherever git has one. */
public final class Verification {

    private static final String AT_REST =
            "was something writing there meanwhile? Run it again when all is at rest; if it stays so, do not rely on"
                    + " snapshots of this repository, and report it with what -Dsnapshot.resultFile=verify.json writes";

    private final GitRepository repository;
    private final UserGit git;
    private final SnapshotRequest request;
    private final Consumer<Proof> told;
    private final List<Proof> proofs = new ArrayList<>();

    /** @param told is told of each proof as it is made */
    public Verification(GitRepository repository, UserGit git, SnapshotRequest request, Consumer<Proof> told) {
        this.repository = repository;
        this.git = git;
        this.request = request;
        this.told = told;
    }

    /**
     * Makes all proofs. Nothing of the repository is changed, which is the last of them.
     *
     * @param snapshot a snapshot that is to be whole, if there is one
     * @param worktrees where its worktree would be
     * @param scratch where all is tried out
     */
    public List<Proof> run(Optional<Snapshot> snapshot, Worktrees worktrees, Scratch scratch) {
        RepositoryState before = state();
        ObjectId tree = capture(scratch);
        compareWithGit(tree, scratch);
        roundTrip(tree, scratch);
        snapshot.ifPresent(each -> {
            connect(each);
            inspect(each, worktrees);
        });
        compareWith(before);
        return List.copyOf(proofs);
    }

    private RepositoryState state() {
        return RepositoryState.of(repository, git, request.linked().in(repository));
    }

    private ObjectId capture(Scratch scratch) {
        List<CapturedTree> captured = new ArrayList<>();
        prove("what is on disk can be captured", () -> {
            captured.add(scratch.capture(request));
            Contents contents = captured.get(0).contents();
            String skipped = Stream.concat(
                            Stream.of(contents.summary()),
                            contents.skipped().stream().map(path -> "without " + path))
                    .reduce((one, other) -> one + "; " + other)
                    .orElseThrow();
            return new Proof.Finding(skipped, List.of());
        });
        return captured.get(0).tree();
    }

    /** Of a submodule with edits a snapshot has a commit of its own; git would keep the one without them. */
    private void compareWithGit(ObjectId tree, Scratch scratch) {
        prove("git add -A makes the same tree of it", () -> {
            GitTree gits = new GitTree(repository, git, scratch, request);
            List<String> wrong = new ArrayList<>();
            List<String> edited = new ArrayList<>();
            for (TreeDifference each : gits.differences(tree.name(), gits.write())) {
                (each.submodule() && gits.hasEdits(each.path()) ? edited : wrong).add(each.path());
            }
            String submodules =
                    edited.isEmpty() ? "" : ", which has the edits in submodules too: " + String.join(", ", edited);
            return new Proof.Finding(wrong.isEmpty() ? "tree " + tree.name() + submodules : AT_REST, wrong);
        });
    }

    private void roundTrip(ObjectId tree, Scratch scratch) {
        prove("checked out and captured again, it is the same tree", () -> {
            RoundTrip trip = new RoundTrip(repository, scratch, request.host());
            try {
                return trip.make(tree);
            } catch (Problem e) {
                return new Proof.Finding("it could not be captured again", List.of(e.getMessage()));
            }
        });
    }

    private void connect(Snapshot snapshot) {
        prove("all objects of " + snapshot.name() + " are there", () -> {
            Answer answer = git.ask(Map.of(), List.of("rev-list", "--objects", "--quiet", snapshot.commit(), "--"));
            return answer.succeeded()
                    ? new Proof.Finding("commit " + snapshot.shortCommit() + " and its history", List.of())
                    : new Proof.Finding(
                            "fetch them from where they are still, or give the snapshot up; git fsck  names all",
                            List.of(answer.err().strip()));
        });
    }

    private void inspect(Snapshot snapshot, Worktrees worktrees) {
        worktrees.list().stream()
                .filter(worktree -> worktree.commit().equals(snapshot.commit()))
                .forEach(worktree -> prove(
                        "the worktree " + worktree.path() + " holds the snapshot and nothing else",
                        () -> inspect(worktree, worktrees)));
    }

    private static Proof.Finding inspect(Worktree worktree, Worktrees worktrees) {
        return worktrees.isClean(worktree)
                ? new Proof.Finding("its links and ignored files aside", List.of())
                : new Proof.Finding(
                        "mvn snapshot:worktree  makes a clean one beside it",
                        List.of("git -C " + ShellWords.quote(worktree.path())
                                + " status  shows what somebody did there"));
    }

    private void compareWith(RepositoryState before) {
        prove("index, HEAD, configuration, references and files are as they were", () -> {
            List<String> differences = before.differences(state());
            return new Proof.Finding(differences.isEmpty() ? "" : AT_REST, differences);
        });
    }

    private void prove(String claim, Supplier<Proof.Finding> test) {
        Proof proof = Proof.of(claim, test);
        told.accept(proof);
        proofs.add(proof);
    }
}
