package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from measuring the file system's clock for seconds, from writing to the user's home, and from starting
 * {@code git} to find the system's configuration. The user's own configuration still counts: it decides what is
 * ignored and how lines end.
 */
final class JGitConfiguration extends SystemReader.Delegate {

    private static final Path SYSTEM_CONFIGURATION = Path.of("/etc/gitconfig");

    private final Path repository;

    private JGitConfiguration(SystemReader reader, Path repository) {
        super(reader);
        this.repository = repository;
    }

    /** Puts it in place, once for the process. */
    static synchronized void install(Path repository) {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof JGitConfiguration)) {
            SystemReader.setInstance(new JGitConfiguration(current, repository));
            WindowCacheConfig cache = new WindowCacheConfig();
            cache.setExposeStatsViaJmx(false); // nobody looks, and the management classes take their time to load
            cache.install();
        }
    }

    /** See git-config(1): GIT_CONFIG_NOSYSTEM and GIT_CONFIG_SYSTEM. */
    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        String elsewhere = getenv("GIT_CONFIG_SYSTEM");
        Path file = elsewhere == null ? SYSTEM_CONFIGURATION : Path.of(elsewhere);
        if (getenv("GIT_CONFIG_NOSYSTEM") != null || !Files.isReadable(file)) {
            return new InMemory(parent, fs);
        }
        return new FileBasedConfig(parent, file.toFile(), fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        InMemory config = new InMemory(parent, fs);
        String store = System.getProperty("java.vendor") + '|' + System.getProperty("java.version") + '|' + storeName();
        config.setString("filesystem", store, "timestampResolution", "2000 milliseconds");
        config.setString("filesystem", store, "minRacyThreshold", "0 nanoseconds");
        return config;
    }

    private String storeName() {
        try {
            FileStore store = Files.getFileStore(repository);
            return store.name();
        } catch (IOException e) {
            return "unknown"; // JGit then measures the clock itself: slower, and right all the same
        }
    }

    /** Neither read from a file nor written to one. */
    private static final class InMemory extends FileBasedConfig {

        InMemory(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public void save() {
            // there is no file
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
