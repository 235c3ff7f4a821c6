package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.git.PathAttributes;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/**
 * The user's programs that change a file on its way into the repository, git-lfs among them: see {@code filter} in
 * gitattributes(5).
 */
final class CleanFilters {

    private static final String FILTER = "filter";

    private final GitRepository repository;
    private final ObjectPack pack;

    /** @param pack whose folder takes what the programs write */
    CleanFilters(GitRepository repository, ObjectPack pack) {
        this.repository = repository;
        this.pack = pack;
    }

    /** These attributes change a file's bytes in ways that are not ours to guess. */
    static void requireKnown(PathAttributes attributes, String path) {
        for (String attribute : List.of("ident", "working-tree-encoding")) {
            if (attributes.isSpecified(attribute) && !attributes.isUnset(attribute)) {
                throw SnapshotProblems.attribute(ByteText.readable(path), attribute);
            }
        }
    }

    /**
     * Runs a file's filter, if it has one.
     *
     * @return a file with what the program wrote, which the caller deletes; null when there is no filter
     * @throws io.github.snapsweep.problem.Problem when there is one that cannot be run, or that fails
     */
    @Nullable
    Path clean(PathAttributes attributes, String path, Path file) throws IOException {
        String name = attributes.value(FILTER);
        Config config = repository.jgit().getConfig();
        String command = name.isEmpty() ? null : config.getString(FILTER, name, "clean");
        if (command == null || command.isEmpty()) {
            boolean needed = !name.isEmpty()
                    && (config.getString(FILTER, name, "process") != null
                            || config.getBoolean(FILTER, name, "required", false));
            if (needed) {
                throw SnapshotProblems.filter(ByteText.readable(path), name);
            }
            return null;
        }
        return run(command, path, file);
    }

    private Path run(String command, String path, Path file) throws IOException {
        Path out = Files.createTempFile(pack.folder(), FILTER, null);
        if (ByteText.isAscii(path)) {
            FilterProgram.run(command, path, repository.workTree(), file, out);
            return out;
        }
        Path copy = Files.createTempFile(pack.folder(), FILTER, null); // a name that any locale can say
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        FilterProgram.run(command, path, repository.workTree(), copy, out);
        Files.delete(copy);
        return out;
    }
}
