package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** The difference that turns one side into the other. */
public final class SnapshotDifference {

    private final GitRepository repository;
    private final UserGit git;
    private final Scratch scratch;
    private final DiffSide from;
    private final DiffSide to;
    private final List<String> left;

    /** @param scratch where objects may be that the repository does not have */
    public SnapshotDifference(GitRepository repository, UserGit git, Scratch scratch, DiffSide from, DiffSide to) {
        this(repository, git, scratch, from, to, List.of());
    }

    private SnapshotDifference(
            GitRepository repository, UserGit git, Scratch scratch, DiffSide from, DiffSide to, List<String> left) {
        this.repository = repository;
        this.git = git;
        this.scratch = scratch;
        this.from = from;
        this.to = to;
        this.left = left;
    }

    /** The same, printed without some paths. */
    public SnapshotDifference without(List<String> paths) {
        return new SnapshotDifference(repository, git, scratch, from, to, List.copyOf(paths));
    }

    /** The paths that differ. */
    public Contents paths() {
        try (GitRepository both = repository.with(scratch.objects());
                ObjectReader objects = both.jgit().newObjectReader()) {
            ObjectId target = both.jgit().resolve(to.id() + "^{tree}");
            ObjectId source = from.isNothing() ? null : ObjectId.fromString(from.id());
            return new TreeComparison(objects, Set.of(), List.of()).compare(source, target);
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    /**
     * Has git write the difference, byte for byte as it would print it for this user.
     *
     * @param stat whether lines are only counted
     * @param console whether it is for a console that shows colours; what the user set of them decides
     * @return the file that holds it
     * @throws Problem when git cannot do it
     */
    public Path print(boolean stat, boolean console) {
        Path file = scratch.path("diff");
        List<String> words = new ArrayList<>(List.of("diff", "--no-ext-diff", "--output=" + file));
        words.add(console && wantsColour() ? "--color=always" : "--color=never");
        if (stat) {
            words.add("--stat");
        }
        words.addAll(List.of(from.id(), to.id(), "--"));
        if (!left.isEmpty()) {
            words.add(":(top)");
            left.forEach(path -> words.add(":(top,exclude,literal)" + path));
        }
        git.answer(scratch.variables(), words);
        return file;
    }

    /** What the user set for a console. */
    private boolean wantsColour() {
        Answer answer = git.ask(Map.of(), List.of("config", "--get-colorbool", "color.diff", "true"));
        return answer.out().strip().equals("true");
    }
}
