package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.FileStat;
import io.github.snapsweep.git.GitIndex;
import io.github.snapsweep.git.IgnoreRules;
import io.github.snapsweep.git.StatRules;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.progress.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.jspecify.annotations.Nullable;

/**
 * One parallel pass over index and work tree: what the stat data proves unchanged is kept, the rest is listed, and nothing
 * is read. A folder that is ignored and holds nothing tracked is not entered.
 */
final class WorkTreeScan {

    private static final int SHARE = 128;
    private static final String IGNORE_FILE = "/" + Constants.DOT_GIT_IGNORE;

    private final GitRepository repository;
    private final GitIndex index;
    private final StatRules statRules;
    private final IgnoreFiles ignoreFiles;
    private final IgnoreRules excluded;
    private final Map<String, Set<String>> linksByFolder = new HashMap<>();
    private final boolean evenIgnored;
    private final boolean sparse;
    private final boolean ignoreCase;
    private final boolean trustModes;
    private final boolean trustLinks;
    private Step looking = Step.unseen();
    private final Collection<String> skipped = new ConcurrentLinkedQueue<>();
    private final Collection<String> trackedUnderLinks = new ConcurrentLinkedQueue<>();

    /**
     * Prepares a scan.
     *
     * @param links the linked folders, which are left out: byte strings
     * @param exclude patterns of untracked files that are left out
     * @param evenIgnored whether ignored files are found too
     */
    WorkTreeScan(
            GitRepository repository, GitIndex index, List<String> links, List<String> exclude, boolean evenIgnored) {
        this.repository = repository;
        this.index = index;
        this.evenIgnored = evenIgnored;
        Config config = repository.jgit().getConfig();
        this.statRules = evenIgnored ? StatRules.of(config).withInstants() : StatRules.of(config);
        this.ignoreFiles = new IgnoreFiles(repository, index);
        this.excluded = IgnoreRules.parse(ByteText.encode(String.join("\n", exclude)), "", false, null);
        this.sparse = index.hasSkipped();
        this.ignoreCase = config.getBoolean("core", "ignorecase", false);
        this.trustModes = config.getBoolean("core", "filemode", true);
        this.trustLinks = config.getBoolean("core", "symlinks", true);
        for (String link : links) {
            int name = link.lastIndexOf('/') + 1;
            linksByFolder
                    .computeIfAbsent(link.substring(0, name), folder -> new HashSet<>())
                    .add(link.substring(name));
        }
    }

    /** The whole work tree; the step counts the files that were looked at. */
    ForkJoinTask<ScannedFolder> root(Step step) throws IOException {
        looking = step;
        return new FolderScan("", repository.workTree(), 0, index.size(), ignoreFiles.root(), State.ON_DISK);
    }

    /** What was left out though it lies in the tree, each with its reason; people read it. */
    List<String> skipped() {
        return skipped.stream().sorted().toList();
    }

    /** Tracked files under a linked folder; people read them. */
    List<String> trackedUnderLinks() {
        return trackedUnderLinks.stream().sorted().toList();
    }

    /** How much of a folder is looked at. */
    private enum State {
        ON_DISK,
        /** Ignored: only what is tracked counts. */
        IGNORED,
        /** Not there: only what a sparse checkout leaves out is kept. */
        ABSENT
    }

    /** What a share of a folder's names gave. */
    private static final class Found {
        /** By their distance from the folder's first entry. */
        private final BitSet kept = new BitSet();

        private final List<ScannedFile> files = new ArrayList<>();
        private final List<FolderScan> folders = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        void add(Found other) {
            kept.or(other.kept);
            files.addAll(other.files);
            folders.addAll(other.folders);
            seen.addAll(other.seen);
        }
    }

    /** One folder, with all below it. */
    private final class FolderScan extends RecursiveTask<@Nullable ScannedFolder> {

        private static final long serialVersionUID = 1L;

        private final String prefix;
        private final transient Path folder;
        private final int first;
        private final int end;
        private transient IgnoreRules ignored;
        private final State state;

        private final transient Map<String, Integer> tracked = new HashMap<>();
        private final transient Map<String, int[]> trackedFolders = new LinkedHashMap<>();
        private final transient Set<String> trackedInSmallLetters = new HashSet<>();

        FolderScan(String prefix, Path folder, int first, int end, IgnoreRules ignored, State state) {
            this.prefix = prefix;
            this.folder = folder;
            this.first = first;
            this.end = end;
            this.ignored = ignored;
            this.state = state;
        }

        @Override
        protected @Nullable ScannedFolder compute() {
            try {
                readEntries();
                if (ignoreCase) {
                    tracked.keySet().forEach(name -> trackedInSmallLetters.add(name.toLowerCase(Locale.ROOT)));
                    trackedFolders.keySet().forEach(name -> trackedInSmallLetters.add(name.toLowerCase(Locale.ROOT)));
                }
                linksByFolder.getOrDefault(prefix, Set.of()).forEach(this::underLink);
                Found found = look();
                keepWhatIsSparse(found);
                List<ScannedFolder> folders = new ArrayList<>();
                for (FolderScan scan : ForkJoinTask.invokeAll(found.folders)) {
                    ScannedFolder below = scan.join();
                    if (below != null) {
                        folders.add(below);
                    }
                }
                if (found.kept.isEmpty() && found.files.isEmpty() && folders.isEmpty() && !prefix.isEmpty()) {
                    return null; // git has no empty folders
                }
                return new ScannedFolder(prefix, first, end, found.kept, found.files, folders);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The entries of the index in the folder itself, and the folders that hold the others. */
        private void readEntries() {
            int entry = first;
            while (entry < end) {
                String path = index.path(entry);
                int slash = path.indexOf('/', prefix.length());
                if (slash < 0) {
                    tracked.putIfAbsent(path.substring(prefix.length()), entry);
                    entry++;
                } else {
                    int after = index.find(path.substring(0, slash) + (char) ('/' + 1));
                    trackedFolders.put(path.substring(prefix.length(), slash), new int[] {entry, after});
                    entry = after;
                }
            }
        }

        private void requireSameCase(String name) {
            boolean isTracked = tracked.containsKey(name) || trackedFolders.containsKey(name);
            if (ignoreCase && !isTracked && trackedInSmallLetters.contains(name.toLowerCase(Locale.ROOT))) {
                throw SnapshotProblems.otherCase(ByteText.readable(prefix + name));
            }
        }

        private Found look() throws IOException {
            if (state == State.ABSENT) {
                return new Found();
            }
            List<Path> names = state == State.IGNORED ? trackedNames() : list();
            looking.advance(names.size());
            boolean mayIgnore = tracked.containsKey(Constants.DOT_GIT_IGNORE) || has(IGNORE_FILE, names);
            if (state == State.ON_DISK && mayIgnore) {
                ignored = ignoreFiles.in(prefix, folder, tracked, ignored);
            }
            if (names.size() <= SHARE) {
                return new Share(names).compute();
            }
            List<Share> shares = new ArrayList<>();
            for (int from = 0; from < names.size(); from += SHARE) {
                shares.add(new Share(names.subList(from, Math.min(names.size(), from + SHARE))));
            }
            Found all = new Found();
            ForkJoinTask.invokeAll(shares).forEach(share -> all.add(share.join()));
            return all;
        }

        private static boolean has(String ending, List<Path> names) {
            for (Path name : names) {
                if (name.toString().endsWith(ending)) {
                    return true;
                }
            }
            return false;
        }

        private List<Path> trackedNames() {
            Set<String> names = new HashSet<>(tracked.keySet());
            names.addAll(trackedFolders.keySet());
            return names.stream().map(name -> ByteText.resolve(folder, name)).toList();
        }

        private List<Path> list() throws IOException {
            List<Path> names = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(names::add);
            } catch (NoSuchFileException | NotDirectoryException e) {
                return List.of(); // gone meanwhile: as if it had never been there
            } catch (AccessDeniedException e) {
                throw SnapshotProblems.unreadable(folder);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            return names;
        }

        /** In a sparse checkout an entry that is not on disk is not deleted, see git-sparse-checkout(1). */
        private void keepWhatIsSparse(Found found) {
            if (!sparse) {
                return;
            }
            found.seen.addAll(linksByFolder.getOrDefault(prefix, Set.of()));
            tracked.forEach((name, entry) -> {
                if (!found.seen.contains(name) && index.isSkipped(entry)) {
                    found.kept.set(entry - first);
                }
            });
            trackedFolders.forEach((name, range) -> {
                if (!found.seen.contains(name) && hasSkipped(range)) {
                    found.folders.add(below(name, folder, range, State.ABSENT));
                }
            });
        }

        private boolean hasSkipped(int[] range) {
            for (int entry = range[0]; entry < range[1]; entry++) {
                if (index.isSkipped(entry)) {
                    return true;
                }
            }
            return false;
        }

        private FolderScan below(String name, Path path, int[] range, State how) {
            return new FolderScan(prefix + name + "/", path, range[0], range[1], ignored, how);
        }

        /** A path that a worktree will have as a link, with what is below it. */
        private void underLink(String name) {
            int entry = tracked.getOrDefault(name, end);
            int[] range = trackedFolders.getOrDefault(name, new int[2]);
            requireAbsent(entry, entry == end ? end : entry + 1);
            requireAbsent(range[0], range[1]);
        }

        private void requireAbsent(int from, int to) {
            for (int entry = from; entry < to; entry++) {
                Path file = ByteText.resolve(folder, index.path(entry).substring(prefix.length()));
                if (index.isSkipped(entry) || Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    trackedUnderLinks.add(ByteText.readable(index.path(entry)));
                }
            }
        }

        /** Some of the folder's names: in a folder of many, several shares are looked at side by side. */
        private final class Share extends RecursiveTask<Found> {

            private static final long serialVersionUID = 1L;

            private final transient List<Path> names;
            private final transient Found found = new Found();

            Share(List<Path> names) {
                this.names = names;
            }

            @Override
            protected Found compute() {
                Set<String> links = linksByFolder.getOrDefault(prefix, Set.of());
                try {
                    for (Path path : names) {
                        String name = ByteText.name(path);
                        if (!links.contains(name) && !name.equals(Constants.DOT_GIT)) {
                            lookAt(name, path);
                        }
                    }
                    return found;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            private void lookAt(String name, Path path) throws IOException {
                Integer entry = tracked.get(name);
                FileStat stat;
                try {
                    if (entry != null && index.isUntouched(entry, path, statRules, trustModes)) {
                        keep(name, entry);
                        return;
                    }
                    stat = FileStat.of(path);
                } catch (NoSuchFileException | NotDirectoryException e) {
                    return; // gone meanwhile
                } catch (AccessDeniedException e) {
                    throw SnapshotProblems.unreadable(path);
                }
                if (stat.isFolder()) {
                    see(name);
                    folder(name, path, entry, stat);
                } else if (entry != null) {
                    see(name);
                    trackedFile(entry, stat);
                } else if (!isLeftOut(name, false)) {
                    untrackedFile(name, stat);
                }
            }

            /** What is on disk by this name takes the place of what a sparse checkout leaves out, by it or below it. */
            private void see(String name) {
                if (sparse) {
                    found.seen.add(name);
                }
            }

            private void keep(String name, int entry) {
                found.kept.set(entry - first);
                see(name);
            }

            private void folder(String name, Path path, @Nullable Integer entry, FileStat stat) throws IOException {
                int[] range = trackedFolders.get(name);
                if (entry != null && FileMode.GITLINK.equals(index.mode(entry))) {
                    found.files.add(new ScannedFile(prefix + name, index.entry(prefix + name), FileMode.GITLINK, stat));
                } else if (range != null) {
                    found.folders.add(below(name, path, range, isLeftOut(name, true) ? State.IGNORED : State.ON_DISK));
                } else if (!isLeftOut(name, true) && !isRepository(name, path)) {
                    requireSameCase(name);
                    PathNames.requireValid(prefix + name, name, false);
                    found.folders.add(below(name, path, new int[] {end, end}, State.ON_DISK));
                }
            }

            private boolean isRepository(String name, Path path) throws IOException {
                if (!EmbeddedRepository.isOne(path)) {
                    return false;
                }
                String shown = ByteText.readable(prefix + name);
                if (!EmbeddedRepository.isWorktreeOf(path, repository)) {
                    throw SnapshotProblems.embeddedRepository(shown);
                }
                skipped.add(shown + " (a linked worktree of this repository)");
                return true;
            }

            private boolean isLeftOut(String name, boolean isFolder) {
                return state == State.IGNORED
                        || (!evenIgnored && ignored.ignores(prefix + name, isFolder))
                        || excluded.ignores(prefix + name, isFolder);
            }

            private void trackedFile(int entry, FileStat stat) {
                String path = index.path(entry);
                if (!stat.isFile() && !stat.isLink()) {
                    skipped.add(ByteText.readable(path) + " (neither a file, a folder nor a link)");
                } else if (isUnchanged(entry, stat)) {
                    found.kept.set(entry - first);
                } else {
                    int own = index.entry(path);
                    found.files.add(new ScannedFile(path, own, mode(index.mode(own), stat), stat));
                }
            }

            private void untrackedFile(String name, FileStat stat) {
                String path = prefix + name;
                requireSameCase(name);
                PathNames.requireValid(path, name, stat.isLink());
                if (stat.isFile() || stat.isLink()) {
                    see(name);
                    found.files.add(new ScannedFile(path, ScannedFile.UNTRACKED, mode(0, stat), stat));
                } else {
                    skipped.add(ByteText.readable(path) + " (neither a file, a folder nor a link)");
                }
            }

            private boolean isUnchanged(int entry, FileStat stat) {
                return index.stage(entry) == 0
                        && !index.isAssumedUnchanged(entry)
                        && !index.isIntentToAdd(entry)
                        && mode(index.mode(entry), stat).equals(index.mode(entry))
                        && index.isUnchanged(entry, stat, statRules);
            }

            /** See core.fileMode and core.symlinks in git-config(1): what the file system cannot tell, the index does. */
            private FileMode mode(int indexed, FileStat stat) {
                if (stat.isLink()) {
                    return FileMode.SYMLINK;
                }
                if (!trustLinks && FileMode.SYMLINK.equals(indexed)) {
                    return FileMode.SYMLINK;
                }
                if (!trustModes) {
                    return FileMode.EXECUTABLE_FILE.equals(indexed) ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE;
                }
                return stat.isExecutable() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE;
            }
        }
    }
}
