package io.github.snapsweep.report;

import java.util.ArrayList;
import java.util.List;

/** A difference as the page shows it: file by file, each line by its kind. */
final class ReportDiff {

    private static final String HEAD = "diff --git ";

    private ReportDiff() {}

    /**
     * A file that differs.
     *
     * @param name as git heads it
     * @param added how many lines it has more
     * @param removed how many it has less
     */
    record File(String name, long added, long removed, List<Line> lines) {}

    /** A line, with the class of the page's style. */
    record Line(String kind, String text) {}

    static List<File> files(String diff) {
        List<File> files = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        String name = "";
        for (String line : diff.lines().toList()) {
            if (line.startsWith(HEAD)) {
                add(files, name, lines);
                lines = new ArrayList<>();
                name = name(line);
            }
            lines.add(new Line(kind(line), line));
        }
        add(files, name, lines);
        return files;
    }

    private static void add(List<File> files, String name, List<Line> lines) {
        if (!name.isEmpty()) {
            files.add(new File(name, count(lines, "added"), count(lines, "removed"), lines));
        }
    }

    private static long count(List<Line> lines, String kind) {
        return lines.stream().filter(line -> line.kind.equals(kind)).count();
    }

    /** {@code a/x b/x}: the same name twice, unless the file was renamed. */
    private static String name(String head) {
        String names = head.substring(HEAD.length());
        int half = names.length() / 2;
        boolean isTwice = names.length() % 2 == 1
                && names.charAt(half) == ' '
                && names.substring(Math.min(2, half), half).equals(names.substring(Math.min(half + 3, names.length())));
        return isTwice ? names.substring(half + 3) : names;
    }

    private static String kind(String line) {
        if (line.startsWith("+++") || line.startsWith("---") || line.isEmpty()) {
            return "head";
        }
        return switch (line.charAt(0)) {
            case '+' -> "added";
            case '-' -> "removed";
            case '@' -> "hunk";
            case ' ' -> "same";
            default -> "head";
        };
    }
}
