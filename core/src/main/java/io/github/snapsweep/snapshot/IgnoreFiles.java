package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.FileStat;
import io.github.snapsweep.git.GitIndex;
import io.github.snapsweep.git.IgnoreRules;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** Where the patterns of ignored files are: see "DESCRIPTION" in gitignore(5). */
final class IgnoreFiles {

    private final GitRepository repository;
    private final GitIndex index;
    private final boolean ignoreCase;

    IgnoreFiles(GitRepository repository, GitIndex index) {
        this.repository = repository;
        this.index = index;
        this.ignoreCase = repository.jgit().getConfig().getBoolean("core", "ignorecase", false);
    }

    /** What counts after all files in the work tree: the repository's own patterns, then the user's. */
    IgnoreRules root() throws IOException {
        Path user = userFile();
        IgnoreRules users = parse(user == null ? null : text(user), "", null);
        return parse(text(repository.commonDirectory().resolve(Constants.INFO_EXCLUDE)), "", users);
    }

    private @Nullable Path userFile() {
        Config config = repository.jgit().getConfig();
        if (config.getString("core", null, "excludesfile") != null) {
            return config.getPath(
                    "core",
                    null,
                    "excludesfile",
                    repository.jgit().getFS(),
                    repository.workTree().toFile(),
                    null);
        }
        Path folder = SystemReader.getInstance()
                .getXdgConfigDirectory(repository.jgit().getFS());
        return folder == null ? null : folder.resolve("git").resolve("ignore");
    }

    /**
     * The patterns that count in a folder.
     *
     * @param tracked the entries of the index in the folder
     * @param around what counts in the folder around it
     */
    IgnoreRules in(String prefix, Path folder, Map<String, Integer> tracked, IgnoreRules around) throws IOException {
        String text = ownText(folder.resolve(Constants.DOT_GIT_IGNORE));
        Integer entry = tracked.get(Constants.DOT_GIT_IGNORE);
        if (text == null && entry != null && index.isSkipped(entry)) {
            byte[] blob =
                    repository.jgit().open(index.id(entry), Constants.OBJ_BLOB).getBytes();
            text = ByteText.of(blob);
        }
        return text == null ? around : parse(text, prefix, around);
    }

    /** A file of this name that is a link is none to git. */
    private static @Nullable String ownText(Path file) throws IOException {
        try {
            return FileStat.of(file).isFile() ? text(file) : null;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static @Nullable String text(Path file) throws IOException {
        try {
            return Files.isDirectory(file) ? null : ByteText.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return null;
        } catch (AccessDeniedException e) {
            throw SnapshotProblems.unreadable(file);
        }
    }

    private IgnoreRules parse(@Nullable String text, String folder, @Nullable IgnoreRules next) {
        return IgnoreRules.parse(text == null ? "" : text, folder, ignoreCase, next);
    }
}
