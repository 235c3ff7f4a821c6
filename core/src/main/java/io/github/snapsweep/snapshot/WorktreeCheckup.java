package io.github.snapsweep.snapshot;

import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.ShellWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks over the worktrees that this tool made: what was left half done, moved, or locked for nobody. */
public final class WorktreeCheckup {

    private final GitRepository repository;
    private final Path folder;
    private final Host host;
    private final LaunchLiveness launches;

    /**
     * Prepares to look.
     *
     * @param folder where worktrees are made
     * @param launches tells of a lock whether its launch is over
     */
    public WorktreeCheckup(GitRepository repository, Path folder, Host host, LaunchLiveness launches) {
        this.repository = repository;
        this.folder = folder.toAbsolutePath().normalize();
        this.host = host;
        this.launches = launches;
    }

    /** What is wrong. Nothing is changed. */
    public List<Ailment> look() throws IOException {
        List<Ailment> found = new ArrayList<>();
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            WorktreeAdministration.ifThere(() -> {
                if (administration.isOwn()) {
                    look(administration, found);
                }
                return Optional.empty();
            });
        }
        found.addAll(new WorktreeLeftovers(repository, folder, host).look());
        return found;
    }

    private void look(WorktreeAdministration administration, List<Ailment> found) throws IOException {
        if (administration.abandoned(host).isPresent()) {
            found.add(Ailment.mendable(
                    "worktree " + administration.folder().getFileName()
                            + ": a process that died left it half made, half removed, or claimed",
                    "what is half there is removed; what is whole is free again",
                    abandoned()::tidy));
        } else if (administration.isClaimed()) {
            found.add(Ailment.byHand(
                    "worktree " + administration.folder().getFileName() + ": "
                            + administration.reason().orElse(""),
                    "when that process is no more:  rm "
                            + ShellWords.quote(administration.folder().resolve("locked")) + "  and run this again"));
        } else if (administration.isWhole()) {
            lookAtLocks(administration, found);
            lookAtLinks(administration, found);
        } else {
            MovedWorktree lost = new MovedWorktree(repository, folder, administration);
            if (!lost.isOfAnotherRepository()) {
                found.add(lost.look().orElseGet(() -> gone(administration)));
            }
        }
    }

    private AbandonedWorktrees abandoned() {
        return new AbandonedWorktrees(repository, new WorktreeFolder(repository, folder), host);
    }

    private Ailment gone(WorktreeAdministration administration) {
        String name = "worktree " + administration.folder().getFileName();
        List<String> needing = needing(administration);
        return needing.isEmpty()
                ? Ailment.mendable(
                        name + ": it is gone, and git still knows of it",
                        "git forgets it, as git worktree prune does",
                        () -> abandoned().forget(administration))
                : Ailment.byHand(
                        name + ": it is gone, and locked: " + needing.get(0),
                        "mvn slurm:retry makes it again for a launch; when nobody needs it:  rm "
                                + ShellWords.quote(administration.folder().resolve("locked")));
    }

    private List<String> needing(WorktreeAdministration administration) {
        try {
            return administration.launches().stream().filter(launches::needs).toList();
        } catch (IOException e) {
            return List.of(); // it goes just now
        }
    }

    private void lookAtLocks(WorktreeAdministration administration, List<Ailment> found) throws IOException {
        Path worktree = administration.worktree();
        for (String launch : administration.launches()) {
            if (!launches.needs(launch)) {
                found.add(Ailment.mendable(
                        "worktree " + worktree + " is locked by a launch that is over: "
                                + launches.state(launch).orElse(launch),
                        "the lock is taken away",
                        () -> administration.exclusively(() -> {
                            administration.unlock(launch);
                            return launch;
                        })));
            } else if (launches.state(launch).isEmpty()) {
                found.add(Ailment.byHand(
                        "worktree " + worktree + " is locked, and nothing is known of who did it: " + launch,
                        "when that is over:  git worktree unlock " + ShellWords.quote(worktree)));
            }
        }
    }

    private void lookAtLinks(WorktreeAdministration administration, List<Ailment> found) throws IOException {
        for (String name : administration.links()) {
            Path link = administration.worktree().resolve(name);
            Path own = repository.workTree().resolve(name);
            if (Files.isSymbolicLink(link) && !Files.exists(link)) {
                Path target = Files.readSymbolicLink(link);
                boolean moved = !target.equals(own) && target.endsWith(name) && !Files.exists(root(target, name));
                found.add(Ailment.mendable(
                        "link " + link + " leads nowhere: " + target,
                        moved ? "it leads to " + own : "the folder is made",
                        () -> lead(link, moved ? own : target)));
            }
        }
    }

    /** The tree that a link led to: the path without the link's own name. */
    private static Path root(Path target, String name) {
        Path root = target;
        for (int names = Path.of(name).getNameCount(); names > 0; names--) {
            root = root.resolveSibling("");
        }
        return root.normalize();
    }

    private static void lead(Path link, Path target) throws IOException {
        Files.createDirectories(target);
        if (!Files.readSymbolicLink(link).equals(target)) {
            Path aside = Files.createSymbolicLink(link.resolveSibling("." + link.getFileName() + ".new"), target);
            Files.move(aside, link, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
