package io.github.snapsweep.snapshot;

import java.util.Optional;

/**
 * What a worktree got from the user's tree beside its snapshot.
 *
 * @param path the file or folder, relative to the project
 * @param files how many files and links of it were copied
 * @param bytes how many bytes these have
 * @param sha256 the digest of their names, modes and contents
 */
public record CarriedPath(String path, int files, long bytes, String sha256) {

    /** One line of the worktree's own notes. */
    String line() {
        return sha256 + " " + files + " " + bytes + " " + path;
    }

    static Optional<CarriedPath> parse(String line) {
        String[] parts = line.split(" ", 4);
        return parts.length < 4
                ? Optional.empty()
                : Optional.of(
                        new CarriedPath(parts[3], Integer.parseInt(parts[1]), Long.parseLong(parts[2]), parts[0]));
    }
}
