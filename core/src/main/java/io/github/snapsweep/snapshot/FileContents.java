package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.CleanedLines;
import io.github.snapsweep.git.FileStat;
import io.github.snapsweep.git.GitIndex;
import io.github.snapsweep.git.LineEndSettings;
import io.github.snapsweep.git.LineEnds;
import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.git.PathAttributes;
import io.github.snapsweep.git.TextStatistics;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads files as git would add them, makes sure that what was read is what is there, and puts into the pack what the index
 * does not have. Several threads may ask at once.
 */
final class FileContents {

    private static final int ATTEMPTS = 3;
    private static final long LARGE = 4L << 20;

    private final GitRepository repository;
    private final GitIndex index;
    private final ObjectPack pack;
    private final CleanFilters filters;
    private final AttributeFiles attributes;
    private final LineEndSettings lineEnds;
    private final boolean safe;
    private final NavigableSet<String> changed = new TreeSet<>();

    /**
     * Prepares the reading of files.
     *
     * @param files all that are going to be read
     */
    FileContents(GitRepository repository, GitIndex index, ObjectPack pack, List<ScannedFile> files)
            throws IOException {
        files.stream()
                .filter(file -> !file.isUntracked())
                .map(ScannedFile::path)
                .forEach(changed::add);
        this.repository = repository;
        this.index = index;
        this.pack = pack;
        this.filters = new CleanFilters(repository, pack);
        this.lineEnds = LineEndSettings.of(repository.jgit().getConfig());
        this.safe = "true".equals(repository.jgit().getConfig().getString("core", null, "safecrlf"));
        this.attributes = new AttributeFiles(repository, this::attributesIn);
    }

    /**
     * Reads a file, or what a link points to, and tells the file its object.
     *
     * @throws io.github.snapsweep.problem.Problem when it changes all the time, cannot be read, or not be captured as it is
     */
    void read(ScannedFile file) throws IOException {
        Path path = ByteText.resolve(repository.workTree(), file.path());
        FileStat before = file.stat();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                ObjectId id = readOnce(file, path, before);
                FileStat after = FileStat.of(path);
                if (after.equals(before)) {
                    file.is(id);
                    return;
                }
                before = after;
            } catch (AccessDeniedException e) {
                if (path.toString().equals(e.getFile())) {
                    throw SnapshotProblems.unreadable(path);
                }
                throw e; // it is what this tool writes to
            } catch (NoSuchFileException | EOFException e) {
                if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    return; // deleted meanwhile: as if it had been before
                }
                before = FileStat.of(path);
            }
        }
        throw SnapshotProblems.changedWhileRead(ByteText.readable(file.path()));
    }

    private ObjectId readOnce(ScannedFile file, Path path, FileStat stat) throws IOException {
        if (stat.isLink()) {
            return add(file, ByteText.bytes(ByteText.linkTarget(path)));
        }
        PathAttributes said = attributes.of(file.path());
        CleanFilters.requireKnown(said, file.path());
        LineEnds lines = LineEnds.of(said, lineEnds);
        Path filtered = filters.clean(said, file.path(), path);
        try {
            Path content = filtered == null ? path : filtered;
            long size = filtered == null ? stat.size() : Files.size(filtered);
            return size > LARGE ? addLarge(file, content, size, lines) : addSmall(file, content, lines);
        } finally {
            if (filtered != null) {
                Files.delete(filtered);
            }
        }
    }

    private ObjectId addSmall(ScannedFile file, Path content, LineEnds lines) throws IOException {
        byte[] bytes = Files.readAllBytes(content);
        if (lines == LineEnds.AS_THEY_ARE) {
            return add(file, bytes);
        }
        boolean cleans = cleans(file, lines, TextStatistics.of(new ByteArrayInputStream(bytes)));
        return add(file, cleans ? lines.clean(bytes) : bytes);
    }

    /** As the other, without ever holding all of it in memory. */
    private ObjectId addLarge(ScannedFile file, Path content, long size, LineEnds lines) throws IOException {
        TextStatistics statistics = null;
        if (lines != LineEnds.AS_THEY_ARE) {
            try (InputStream in = Files.newInputStream(content)) {
                statistics = TextStatistics.of(in);
            }
        }
        boolean cleans = statistics != null && cleans(file, lines, statistics);
        long cleaned = cleans && statistics != null ? size - statistics.crlfs() : size;
        try (InputStream in = Files.newInputStream(content)) {
            return pack.add(cleaned, cleans ? new CleanedLines(in) : in, known(file));
        }
    }

    /** Whether line ends are converted; refuses what the user wants refused: see core.safecrlf in git-config(1). */
    private boolean cleans(ScannedFile file, LineEnds lines, TextStatistics statistics) throws IOException {
        boolean cleans = lines.cleans(statistics) && !(lines.isGuessed() && hasCarriageReturns(file));
        String lost = safe ? lines.lost(statistics, cleans) : "";
        if (!lost.isEmpty()) {
            throw SnapshotProblems.irreversibleLines(
                    ByteText.readable(file.path()), lost, lost.equals("LF") ? "CRLF" : "LF");
        }
        return cleans;
    }

    private ObjectId add(ScannedFile file, byte[] content) throws IOException {
        ObjectId id = ObjectPack.id(Constants.OBJ_BLOB, content);
        return id.equals(known(file)) ? id : pack.add(Constants.OBJ_BLOB, content);
    }

    /** What the index has of it: no {@code git gc} takes that away. */
    private @Nullable ObjectId known(ScannedFile file) {
        return file.isUntracked() || index.isIntentToAdd(file.entry()) ? null : index.id(file.entry());
    }

    /** Where line ends are guessed, a file that was added with carriage returns keeps them. */
    private boolean hasCarriageReturns(ScannedFile file) throws IOException {
        ObjectId id = known(file);
        boolean isBase = id != null && (index.stage(file.entry()) & 1) != 0;
        if (id == null || isBase || FileMode.GITLINK.equals(index.mode(file.entry()))) {
            return false;
        }
        try (ObjectReader reader = repository.jgit().newObjectReader()) {
            if (!reader.has(id)) {
                return false;
            }
            try (InputStream blob = reader.open(id, Constants.OBJ_BLOB).openStream()) {
                return TextStatistics.of(blob).isTextWithCarriageReturns();
            }
        }
    }

    /**
     * Where a sparse checkout leaves the file out, it is the index's. One that was deleted is gone from git's index when the
     * next file is added, but still counts for those that come before it, and what was read once counts on.
     */
    private @Nullable String attributesIn(String folder) throws IOException {
        String name = folder + Constants.DOT_GIT_ATTRIBUTES;
        Path path = ByteText.resolve(repository.workTree(), name);
        try {
            if (FileStat.of(path).isFile()) {
                return ByteText.of(Files.readAllBytes(path));
            }
        } catch (AccessDeniedException e) {
            throw SnapshotProblems.unreadable(path);
        } catch (NoSuchFileException | java.nio.file.NotDirectoryException e) {
            // then it may be the index's
        }
        int entry = index.entry(name);
        String first = changed.ceiling(folder);
        boolean countsStill = first != null && first.startsWith(folder) && first.compareTo(name) < 0;
        if (entry < 0 || !(index.isSkipped(entry) || countsStill)) {
            return null;
        }
        return ByteText.of(
                repository.jgit().open(index.id(entry), Constants.OBJ_BLOB).getBytes());
    }
}
