package io.github.snapsweep.launch;

import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.ThisUser;
import io.github.snapsweep.process.WorkName;
import io.github.snapsweep.snapshot.FileTrees;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The class path entries that launches share by their content: each is there for as long as the files of a launch name it.
 * A launch has its folder before it looks for entries, and its record after it has named them; so an entry that no
 * launch names is first moved aside, out of the reach of new ones, and goes when none that began before is in the making.
 */
final class SharedClasspath {

    private static final String ASIDE = ".pruned.";

    /** So much of the digest of its content is the name of an entry. */
    static final int DIGITS = 16;

    /** An entry, one that is moved aside, and one that is being copied: nothing else in there is this tool's. */
    private static final Pattern OURS =
            Pattern.compile("[0-9a-f]{16}|\\.pruned\\.[0-9a-f]{16}\\..+|\\..+-\\d{8}-\\d{6}(-\\d+)?-\\d+-.+");

    private final Path project;
    private final Host host;

    SharedClasspath(Path project, Host host) {
        this.project = project;
        this.host = host;
    }

    /** The entries that nobody names but launches whose class path goes. */
    List<Path> unused(Set<LaunchFolder> going) throws IOException {
        if (isLaunchMade()) {
            return List.of();
        }
        String named = named(going);
        return entries().stream()
                .filter(entry -> !named.contains(entry.getFileName().toString()))
                .filter(entry -> ThisUser.otherOwner(entry).isEmpty()) // who shares a work tree removes what is his
                .toList();
    }

    /** Removes what no launch names. */
    Map<Path, Long> removeUnused() throws IOException {
        takeBack();
        Map<Path, Path> aside = moveAside(unused(Set.of()));
        boolean isLaunchMade = isLaunchMade();
        String named = isLaunchMade ? "" : named(Set.of());
        Map<Path, Long> removed = new HashMap<>();
        for (Map.Entry<Path, Path> moved : aside.entrySet()) {
            Path entry = moved.getKey();
            if (isLaunchMade || named.contains(entry.getFileName().toString())) {
                takeBack(moved.getValue());
            } else {
                removed.put(entry, FileTrees.size(moved.getValue()));
                FileTrees.delete(moved.getValue());
            }
        }
        return removed;
    }

    /** Each entry with where it is now: what another pruning has moved is that one's. */
    private Map<Path, Path> moveAside(List<Path> entries) throws IOException {
        Map<Path, Path> moved = new HashMap<>();
        for (Path entry : entries) {
            Path aside = entry.resolveSibling(ASIDE + entry.getFileName() + "." + WorkName.next(host));
            if (isMoved(entry, aside)) {
                moved.put(entry, aside);
            }
        }
        return moved;
    }

    private static boolean isMoved(Path entry, Path aside) throws IOException {
        try {
            Files.setLastModifiedTime(entry, FileTime.from(Instant.now())); // since when this process has it
            Files.move(entry, aside, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** What copies left that were killed, and prunings. */
    List<Path> unfinished() throws IOException {
        List<Path> unfinished = new ArrayList<>();
        for (Path path : isLaunchMade() ? List.<Path>of() : all()) {
            if (isAside(path) ? isLeft(path) : isHidden(path)) {
                unfinished.add(path);
            }
        }
        return unfinished;
    }

    /** Puts back what a pruning had moved aside that was killed. */
    void takeBack() throws IOException {
        for (Path path : all()) {
            if (isAside(path) && isLeft(path)) {
                takeBack(path);
            }
        }
    }

    private static void takeBack(Path aside) throws IOException {
        Path entry = aside.resolveSibling(entry(aside));
        try {
            Files.move(aside, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return; // another command has put it back
        } catch (FileSystemException e) {
            if (!Files.exists(entry)) {
                throw e;
            }
            FileTrees.delete(aside); // a launch has made it again
        }
    }

    private static boolean isAside(Path path) {
        return path.getFileName().toString().startsWith(ASIDE);
    }

    /** The name of an entry that is aside. */
    private static String entry(Path aside) {
        return aside.getFileName().toString().substring(ASIDE.length(), ASIDE.length() + DIGITS);
    }

    /** Whether the pruning has died that moved it. */
    private boolean isLeft(Path aside) throws IOException {
        return WorkName.isLeft(aside, ASIDE + entry(aside) + ".", host);
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private List<Path> entries() throws IOException {
        return all().stream().filter(path -> !isHidden(path)).toList();
    }

    private List<Path> all() throws IOException {
        Path shared = new LaunchFolder(project, "any").sharedClasspath();
        if (!Files.isDirectory(shared, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var files = Files.list(shared)) {
            return files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private boolean isLaunchMade() throws IOException {
        return LaunchFolder.unwritten(project).stream().anyMatch(folder -> !LaunchMaker.isGone(folder, host));
    }

    /** All that the launches say of their class paths. */
    private String named(Set<LaunchFolder> without) throws IOException {
        List<LaunchFolder> all = new ArrayList<>(LaunchFolder.all(project));
        all.addAll(LaunchFolder.unwritten(project));
        all.removeAll(without);
        StringBuilder text = new StringBuilder();
        for (LaunchFolder folder : all) {
            text.append(arguments(folder)).append('\n');
        }
        return text.toString();
    }

    /** Nothing of a launch that runs no class, or whose class path is gone. */
    private static String arguments(LaunchFolder folder) throws IOException {
        try {
            return Files.readString(folder.javaArguments());
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
