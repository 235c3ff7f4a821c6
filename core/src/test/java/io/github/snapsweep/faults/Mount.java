package io.github.snapsweep.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A file system of a test's own, or a folder that is mounted otherwise: root alone may do that.
 *
 * @param folder where it is
 */
record Mount(Path folder) implements AutoCloseable {

    /** A small disk; the folder is made. */
    static Mount small(Path folder, String room) throws IOException, InterruptedException {
        requireRoot();
        Files.createDirectories(folder);
        Machine.run("mount", "-t", "tmpfs", "-o", room, "snapsweep-faults", folder.toString());
        return new Mount(folder);
    }

    /** A folder that is there, with all in it, so that nobody can write to it, be he root. */
    static Mount readOnly(Path folder) throws IOException, InterruptedException {
        requireRoot();
        Machine.run("mount", "--bind", folder.toString(), folder.toString());
        Mount mount = new Mount(folder);
        Machine.run("mount", "-o", "remount,bind,ro", folder.toString());
        return mount;
    }

    private static void requireRoot() {
        Assumptions.assumeTrue(Machine.isRoot(), "only root may mount a file system");
    }

    @Override
    public void close() throws IOException {
        try {
            Machine.run("umount", "--lazy", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(folder + " stays mounted", e);
        }
    }
}
