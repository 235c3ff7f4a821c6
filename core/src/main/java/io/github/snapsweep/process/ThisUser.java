package io.github.snapsweep.process;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The user whom this process runs as, to the file system: a container may know no name for him. */
public final class ThisUser {

    private static final Path PROCESS = Path.of("/proc/self");

    private ThisUser() {}

    /**
     * Whether a file is his own. A mount may give all that is made in it to somebody else (NFS with {@code all_squash} in
     * exports(5), sshfs): there it is his when what he makes beside it has the same owner.
     */
    public static boolean owns(Path file) throws IOException {
        UserPrincipal owner = Files.getOwner(file);
        return owner.equals(principal())
                || owner.equals(ownerOfNew(file.toAbsolutePath().resolveSibling("")));
    }

    /** Whose a file would be that he made in a folder; nobody's where he may not. */
    private static @Nullable UserPrincipal ownerOfNew(Path folder) throws IOException {
        Path probe = folder.resolve(".owner-" + UUID.randomUUID());
        try {
            Files.createFile(probe);
        } catch (FileSystemException e) {
            return null; // a folder that is another's, or is full, or read-only: nothing in it is changed by him
        }
        try {
            return Files.getOwner(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Whose a file is; empty when it is his own, or gone. */
    public static Optional<String> otherOwner(Path file) {
        try {
            return owns(file)
                    ? Optional.empty()
                    : Optional.of(Files.getOwner(file).getName());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static UserPrincipal principal() throws IOException {
        return Files.exists(PROCESS)
                ? Files.getOwner(PROCESS)
                : FileSystems.getDefault()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
    }
}
