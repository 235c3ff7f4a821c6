package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.LineEndSettings;
import io.github.snapsweep.git.LineEnds;
import io.github.snapsweep.git.PathAttributes;
import io.github.snapsweep.git.SmudgedLines;
import io.github.snapsweep.git.TextStatistics;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** Writes files as git would on a checkout: lines ended as on this computer, then the user's filter: see gitattributes(5). */
final class Smudging {

    private static final String FILTER = "filter";
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<Set<PosixFilePermission>> EXECUTABLE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx"));

    private final Config config;
    private final LineEndSettings lineEnds;
    private final @Nullable AttributeFiles attributes;
    private final Path workTree;

    /**
     * Prepares the writing of files.
     *
     * @param texts what the {@code .gitattributes} files of the tree say, by their folders
     * @param workTree where the files go, and where filters run
     */
    Smudging(GitRepository repository, Map<String, String> texts, Path workTree) throws IOException {
        this.config = repository.jgit().getConfig();
        this.lineEnds = LineEndSettings.of(config);
        this.workTree = workTree;
        AttributeFiles files = new AttributeFiles(repository, texts::get);
        boolean converts = !texts.isEmpty() || !files.isEmpty() || !lineEnds.leaveFilesAsTheyAre();
        this.attributes = converts ? files : null;
    }

    /** Writes a file that is not there; its permissions are what the user's umask leaves. */
    void write(TreeItem item, ObjectReader reader, Path path) throws IOException {
        ObjectLoader blob = reader.open(item.id(), Constants.OBJ_BLOB);
        if (attributes == null) {
            try (OutputStream out = open(item, path)) {
                blob.copyTo(out);
            }
        } else {
            convert(item, blob, attributes.of(item.path()), path);
        }
    }

    private void convert(TreeItem item, ObjectLoader blob, PathAttributes said, Path path) throws IOException {
        CleanFilters.requireKnown(said, item.path());
        LineEnds lines = LineEnds.of(said, lineEnds);
        String filter = said.value(FILTER);
        String smudge = filter.isEmpty() ? null : config.getString(FILTER, filter, "smudge");
        try (OutputStream out = open(item, path)) {
            if (lines == LineEnds.AS_THEY_ARE || !lines.smudges(statistics(blob))) {
                blob.copyTo(out);
            } else {
                blob.copyTo(new SmudgedLines(out));
            }
        }
        if (smudge != null && !smudge.isEmpty()) {
            filter(smudge, item, path);
        } else if (!filter.isEmpty() && config.getBoolean(FILTER, filter, "required", false)) {
            throw SnapshotProblems.filter(ByteText.readable(item.path()), filter);
        }
    }

    private static TextStatistics statistics(ObjectLoader blob) throws IOException {
        try (InputStream content = blob.openStream()) {
            return TextStatistics.of(content);
        }
    }

    private static OutputStream open(TreeItem item, Path path) throws IOException {
        return Channels.newOutputStream(
                FileMode.EXECUTABLE_FILE.equals(item.mode())
                        ? Files.newByteChannel(path, NEW, EXECUTABLE)
                        : Files.newByteChannel(path, NEW));
    }

    private void filter(String command, TreeItem item, Path path) throws IOException {
        Path unfiltered = Files.createTempFile("snapsweep", null);
        try {
            Files.copy(path, unfiltered, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            FilterProgram.run(command, item.path(), workTree, unfiltered, path);
        } finally {
            Files.delete(unfiltered);
        }
    }
}
