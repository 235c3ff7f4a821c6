package io.github.snapsweep.config;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of git-check-ref-format(1), for what stands before a snapshot's date; git keeps each part as a file or folder. */
final class BranchPrefix {

    private static final Pattern REFUSED =
            Pattern.compile("^-|^/|/$|//|(^|/)\\.|\\.lock(/|$)|\\.\\.|@\\{|[\\s~^:?*\\[\\\\\\p{Cntrl}]");

    /** A file's name may have 255 bytes, and there is a date behind. */
    private static final int LONGEST_PART = 200;

    private static final int LONGEST = 1000;

    private BranchPrefix() {}

    static boolean isGood(String text) {
        return !text.isEmpty()
                && !REFUSED.matcher(text).find()
                && bytes(text) <= LONGEST
                && Stream.of(text.split("/")).allMatch(part -> bytes(part) <= LONGEST_PART);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
