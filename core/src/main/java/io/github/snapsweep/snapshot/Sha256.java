package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, in hexadecimal digits. */
public final class Sha256 {

    private Sha256() {}

    /** A digest that more is added to. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The 64 digits of what was added. */
    public static String of(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of a file. */
    public static String of(Path file) throws IOException {
        return copied(file, OutputStream.nullOutputStream());
    }

    /** Copies a file, which must be no link, and gives the digest of what was copied. */
    static String copied(Path file, OutputStream out) throws IOException {
        MessageDigest digest = begun();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), digest)) {
            in.transferTo(out);
        }
        return of(digest);
    }
}
