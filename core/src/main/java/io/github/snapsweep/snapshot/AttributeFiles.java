package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.AttributeRules;
import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.PathAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** Where the attributes of files are, and in which order they count: see "DESCRIPTION" in gitattributes(5). */
final class AttributeFiles {

    private static final Path SYSTEM = Path.of("/etc/gitattributes");

    private final Source source;
    private final boolean ignoreCase;
    private final AttributeRules around;
    private final AttributeRules repositorys;
    private final boolean empty;
    private final Map<String, AttributeRules> folders = new ConcurrentHashMap<>();

    /** @param source what the {@code .gitattributes} files of the folders hold */
    AttributeFiles(GitRepository repository, Source source) throws IOException {
        Config config = repository.jgit().getConfig();
        this.source = source;
        this.ignoreCase = config.getBoolean("core", "ignorecase", false);
        Path user = config.getString("core", null, "attributesfile") == null
                ? null
                : config.getPath(
                        "core",
                        null,
                        "attributesfile",
                        repository.jgit().getFS(),
                        repository.workTree().toFile(),
                        null);
        AttributeRules builtIn = AttributeRules.builtIn(ignoreCase);
        AttributeRules system =
                read(SystemReader.getInstance().getenv("GIT_ATTR_NOSYSTEM") == null ? SYSTEM : null, builtIn);
        this.around = read(user, system);
        this.repositorys = read(repository.commonDirectory().resolve(Constants.INFO_ATTRIBUTES), around);
        this.empty = repositorys == builtIn;
    }

    private AttributeRules read(@Nullable Path file, AttributeRules next) throws IOException {
        if (file == null || !Files.isRegularFile(file)) {
            return next;
        }
        return AttributeRules.parse(ByteText.of(Files.readAllBytes(file)), "", ignoreCase, next);
    }

    /** Whether nothing is said of any file but by the folders' own files. */
    boolean isEmpty() {
        return empty;
    }

    /** What is said of a file, whose path is a byte string. */
    PathAttributes of(String path) throws IOException {
        AttributeRules inTree = folder(path.substring(0, path.lastIndexOf('/') + 1));
        return (repositorys == around ? inTree : repositorys.before(inTree)).of(path);
    }

    private AttributeRules folder(String folder) throws IOException {
        AttributeRules known = folders.get(folder);
        if (known != null) {
            return known;
        }
        AttributeRules outer = folder.isEmpty()
                ? around
                : folder(folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1));
        String text = source.attributesIn(folder);
        AttributeRules own = text == null ? outer : AttributeRules.parse(text, folder, ignoreCase, outer);
        folders.put(folder, own);
        return own;
    }

    /** Gives the text of a folder's {@code .gitattributes}, a byte string; null when it has none. */
    @FunctionalInterface
    interface Source {
        @Nullable
        String attributesIn(String folder) throws IOException;
    }
}
