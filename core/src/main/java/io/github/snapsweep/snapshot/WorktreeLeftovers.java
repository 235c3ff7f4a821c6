package io.github.snapsweep.snapshot;

import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.Occupants;
import io.github.snapsweep.process.ShellWords;
import io.github.snapsweep.process.ThisUser;
import io.github.snapsweep.process.WorkName;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What lies in the folder of worktrees, and belongs to none: worktrees that were being made or removed by somebody who
 * died, and the files of a look whether the folder can be written to.
 */
record WorktreeLeftovers(GitRepository repository, Path folder, Host host) {

    /** A worktree that was moved aside has this when it is sure that nothing in it is wanted: see cleanup.sh. */
    static final String DOOMED = ".snapsweep-doomed";

    private static final Pattern ASIDE = Pattern.compile("\\.[0-9a-f]{12}(-[0-9a-f]+)*\\..+\\.tmp");
    private static final Pattern PROBE = Pattern.compile("\\.probe\\d+");
    private static final String RERUN = "rerun-";

    /** Of earlier releases, whose folders do not name the process. */
    private static final Pattern UNNAMED_RERUN = Pattern.compile(RERUN + "[0-9a-f-]{36}");

    /** Who is at work on something is done by then. */
    private static final Duration LONG_AGO = Duration.ofHours(1);

    List<Ailment> look() throws IOException {
        List<Ailment> found = new ArrayList<>();
        for (Path path : children()) {
            WorktreeAdministration.ifThere(() -> look(path)).ifPresent(found::add);
        }
        return found;
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of(); // there are none, or the last goes just now
        }
    }

    private Optional<Ailment> look(Path path) throws IOException {
        if (!ThisUser.owns(path)) {
            return Optional.empty(); // its owner's to mend
        }
        String name = path.getFileName().toString();
        if (PROBE.matcher(name).matches() && isOld(path) && Files.size(path) == 0) {
            return Optional.of(Ailment.mendable(
                    path + " was left by a process that died", "it is removed", () -> Files.deleteIfExists(path)));
        }
        if (isOfDeadRerun(path) && isOld(path)) {
            return rerun(path);
        }
        return ASIDE.matcher(name).matches() && isOld(path) && !isClaimed(path)
                ? Optional.of(aside(path))
                : Optional.empty();
    }

    private boolean isOfDeadRerun(Path path) throws IOException {
        return UNNAMED_RERUN.matcher(path.getFileName().toString()).matches() || WorkName.isLeft(path, RERUN, host);
    }

    /** The folder of a rerun, which removes its worktree itself unless it is killed. */
    private Optional<Ailment> rerun(Path path) throws IOException {
        if (isEmpty(path)) {
            return Optional.of(Ailment.mendable(
                    path + " was left by a rerun that died", "it is removed", () -> Files.deleteIfExists(path)));
        }
        return idleWorktree(path).map(this::ofRerun);
    }

    /** The worktree in a folder, when it is whole, and neither locked nor anybody's place. */
    private Optional<Worktree> idleWorktree(Path path) throws IOException {
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            Optional<Worktree> found = WorktreeAdministration.ifThere(() ->
                            administration.isOwn() && administration.reason().isEmpty()
                                    ? administration.wholeWorktree()
                                    : Optional.empty())
                    .filter(worktree -> path.equals(worktree.path().getParent()));
            if (found.isPresent()) {
                return found.filter(WorktreeLeftovers::isNobodyIn);
            }
        }
        return Optional.empty();
    }

    private Ailment ofRerun(Worktree worktree) {
        Worktrees worktrees = new Worktrees(repository, folder, host);
        String what = "worktree " + worktree.path() + " was left by a rerun that died";
        return worktrees.isClean(worktree)
                ? Ailment.mendable(what, "it is removed: it holds nothing but its snapshot", () -> {
                    if (isNobodyIn(worktree)) {
                        worktrees.removeClean(worktree);
                    }
                })
                : Ailment.byHand(
                        what + ", with files in it that are in no snapshot",
                        "git -C " + ShellWords.quote(worktree.path())
                                + " status  shows them; when you need none of them:" + "  git worktree remove --force "
                                + ShellWords.quote(worktree.path()));
    }

    private static boolean isNobodyIn(Worktree worktree) {
        return Occupants.now().in(worktree.path()).isEmpty();
    }

    private Ailment aside(Path path) throws IOException {
        Optional<WorktreeAdministration> administration = administration(path);
        boolean wanted = administration.isPresent() && !Files.exists(path.resolve(DOOMED));
        return Ailment.mendable(
                path + " was left by somebody who died while he removed or made a worktree",
                wanted ? "it is put back where it was" : "it is removed",
                () -> {
                    if (!wanted || !putBack(path, administration.get())) {
                        FileTrees.delete(path);
                    }
                });
    }

    private static boolean putBack(Path aside, WorktreeAdministration administration) throws IOException {
        try {
            Files.move(aside, administration.worktree(), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (Files.isDirectory(administration.worktree())) {
                return false; // it was made again
            }
            throw e;
        }
    }

    private Optional<WorktreeAdministration> administration(Path path) throws IOException {
        Path pointer = path.resolve(".git");
        String text = Files.isRegularFile(pointer) ? Files.readString(pointer) : "";
        return WorktreeAdministration.all(repository).stream()
                .filter(each -> each.pointer().equals(text))
                .findFirst();
    }

    private boolean isClaimed(Path path) throws IOException {
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            if (WorktreeAdministration.ifThere(administration::claim)
                    .filter(claim -> claim.folder().equals(path))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        }
    }

    /** By when it was last renamed or changed. */
    private boolean isOld(Path path) throws IOException {
        Object changed = Files.getAttribute(path, "unix:ctime");
        return changed instanceof FileTime time
                && time.toInstant().plus(LONG_AGO).isBefore(host.clock().instant());
    }
}
