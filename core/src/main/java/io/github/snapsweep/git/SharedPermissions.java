package io.github.snapsweep.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who may use what is made in a repository: whom the user's umask lets, and where it is shared, those too that {@code
 * core.sharedRepository} names, see git-config(1).
 *
 * @param bits the permissions that files get beside those of the umask, or instead of them
 * @param instead whether the umask counts for nothing
 */
public record SharedPermissions(int bits, boolean instead) {

    private static final int ALL = 0777;
    private static final int READ = 0444;
    private static final int WRITE = 0222;
    private static final int OWNER_WRITES = 0200;
    private static final int OWNER_RUNS = 0100;
    private static final int GROUP = 0660;
    private static final int EVERYBODY = 0664;
    private static final String MODE = "unix:mode";

    /**
     * Reads the setting.
     *
     * @param value that of {@code core.sharedRepository}; null when it is not set
     */
    public static SharedPermissions of(@Nullable String value) {
        if (value == null) {
            return new SharedPermissions(0, false);
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "group", "true", "yes", "on", "1" -> new SharedPermissions(GROUP, false);
            case "all", "world", "everybody", "2" -> new SharedPermissions(EVERYBODY, false);
            default ->
                value.matches("0[0-7]{3}")
                        ? new SharedPermissions(Integer.parseInt(value, 8), true)
                        : new SharedPermissions(0, false);
        };
    }

    /** Whether it names anybody beside those whom the umask lets. */
    public boolean areShared() {
        return bits != 0;
    }

    /** Gives a new file or folder the permissions that git would give it. */
    public void share(Path path) throws IOException {
        if (areShared()) {
            set(path, mode(path));
        }
    }

    /** The same for a file that nobody is to write to. */
    public void shareReadOnly(Path path) throws IOException {
        set(path, mode(path) & ~WRITE);
    }

    /** What is as it should be may be another user's, who alone may change it. */
    private static void set(Path path, int mode) throws IOException {
        if ((Integer) Files.getAttribute(path, MODE) != mode) {
            Files.setAttribute(path, MODE, mode);
        }
    }

    /** As git's own calc_shared_perm has it: who may read a folder may enter it, who cannot write shares no writing. */
    private int mode(Path path) throws IOException {
        int mode = (Integer) Files.getAttribute(path, MODE);
        int more = (mode & OWNER_WRITES) == 0 ? bits & ~WRITE : bits;
        if ((mode & OWNER_RUNS) != 0) {
            more |= (more & READ) >> 2;
        }
        return instead ? (mode & ~ALL) | more : mode | more;
    }
}
