package io.github.snapsweep.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files that other machines replace by renaming. Over NFS the one that was opened may be gone at the server when it is read
 * (ESTALE): then there is a newer one of the same name.
 */
public final class ReplacedFile {

    private static final int TRIES = 3;

    private ReplacedFile() {}

    /** The text of one, as it is now. */
    public static String read(Path file) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return Files.readString(file);
            } catch (NoSuchFileException e) {
                throw e;
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
