package io.github.snapsweep.config;

import java.util.regex.Pattern;

/** The rules of git-check-ref-format(1), for what stands before a snapshot's date. */
final class BranchPrefix {

    private static final Pattern REFUSED =
            Pattern.compile("^-|^/|/$|//|(^|/)\\.|\\.lock(/|$)|\\.\\.|@\\{|[\\s~^:?*\\[\\\\\\p{Cntrl}]");

    private BranchPrefix() {}

    static boolean isGood(String text) {
        return !text.isEmpty() && !REFUSED.matcher(text).find();
    }
}
