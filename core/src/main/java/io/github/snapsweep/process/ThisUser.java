package io.github.snapsweep.process;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/** The user whom this process runs as, to the file system: a container may know no name for him. */
public final class ThisUser {

    private static final Path PROCESS = Path.of("/proc/self");

    private ThisUser() {}

    /** Whether a file is his own. */
    public static boolean owns(Path file) throws IOException {
        return Files.getOwner(file).equals(principal());
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
