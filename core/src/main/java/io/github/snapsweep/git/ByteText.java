package io.github.snapsweep.git;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Byte strings: strings with one character for each byte. Git's paths are bytes of no certain encoding, compared byte by
 * byte; as byte strings they can be sorted, hashed and matched, and lead to the right file whatever the locale is.
 */
public final class ByteText {

    private static final int ASCII = 0x80;
    private static final String HEXADECIMAL = "0123456789ABCDEF";
    private static final Path ROOT = Path.of("/");

    private ByteText() {}

    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public static String of(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The byte string of a text's UTF-8 form. */
    public static String encode(String text) {
        return isAscii(text) ? text : of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What people read: the bytes as UTF-8. */
    public static String readable(String text) {
        return isAscii(text) ? text : new String(bytes(text), StandardCharsets.UTF_8);
    }

    /** The last name of a path, byte for byte as it is on disk. */
    public static String name(Path path) {
        String all = path.toString();
        String name = all.substring(all.lastIndexOf('/') + 1);
        return isAscii(name) ? name : decode(lastName(path.toUri().getRawPath()));
    }

    /** What a link holds, byte for byte. */
    public static String linkTarget(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        String text = target.toString();
        if (isAscii(text)) {
            return text;
        }
        // only a URI tells a path's bytes: it is absolute, and a folder's has a slash more
        String here = Path.of("").toUri().getRawPath();
        String all = target.toUri().getRawPath();
        String wanted = target.isAbsolute() ? all : all.substring(here.length());
        return decode(wanted.endsWith("/") && !text.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted);
    }

    /** The file of a relative path in a folder. */
    public static Path resolve(Path folder, String path) {
        return isAscii(path) ? folder.resolve(path) : folder.resolve(path(path));
    }

    /** A path of exactly these bytes, but for slashes too many, which no path has. */
    public static Path path(String path) {
        if (isAscii(path)) {
            return Path.of(path);
        }
        Path made = Path.of(path.startsWith("/") ? "/" : "");
        for (String name : path.split("/", -1)) {
            made = made.resolve(isAscii(name) ? Path.of(name) : name(name));
        }
        return made;
    }

    private static Path name(String name) {
        return ROOT.relativize(Path.of(URI.create("file:///" + encodeForUri(name))));
    }

    /** Whether it is the same text in every encoding. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Whether the bytes are text: every name of a file that is no text is worth a word. */
    public static boolean isUtf8(String text) {
        return of(readable(text).getBytes(StandardCharsets.UTF_8)).equals(text);
    }

    private static String lastName(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String decode(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                text.append((char) Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            } else {
                text.append(escaped.charAt(i));
            }
        }
        return text.toString();
    }

    private static String encodeForUri(String name) {
        StringBuilder escaped = new StringBuilder(name.length() * 3);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            escaped.append('%').append(HEXADECIMAL.charAt(c >> 4)).append(HEXADECIMAL.charAt(c & 0xF));
        }
        return escaped.toString();
    }
}
