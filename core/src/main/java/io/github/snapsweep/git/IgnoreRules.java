package io.github.snapsweep.git;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one {@code .gitignore} file, or of one with its format, and of those that count after it: see
 * gitignore(5). The last pattern of the nearest file that matches decides.
 */
public final class IgnoreRules {

    private final String folder;
    private final List<Rule> rules;
    private final boolean ignoreCase;
    private final @Nullable IgnoreRules next;

    private IgnoreRules(String folder, List<Rule> rules, boolean ignoreCase, @Nullable IgnoreRules next) {
        this.folder = folder;
        this.rules = rules;
        this.ignoreCase = ignoreCase;
        this.next = next;
    }

    /**
     * Reads a file's text.
     *
     * @param text a byte string
     * @param folder where the file is, relative to the work tree: empty, or with a slash at its end
     * @param next what counts where none of these patterns matches
     */
    public static IgnoreRules parse(String text, String folder, boolean ignoreCase, @Nullable IgnoreRules next) {
        List<Rule> rules = new ArrayList<>();
        for (String line : TextLines.of(text)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                rules.add(Rule.of(withoutTrailingBlanks(line)));
            }
        }
        return new IgnoreRules(folder, rules, ignoreCase, next);
    }

    /** Blanks at the end do not count unless a backslash quotes them. */
    private static String withoutTrailingBlanks(String line) {
        int end = 0;
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
                end = Math.min(at + 1, line.length());
            } else if (line.charAt(at) != ' ') {
                end = at + 1;
            }
        }
        return line.substring(0, end);
    }

    /** Whether git ignores a path of these rules' folder or below, when nothing around it is ignored. */
    public boolean ignores(String path, boolean isFolder) {
        for (IgnoreRules level = this; level != null; level = level.next) {
            String relative = path.substring(level.folder.length());
            int nameStart = relative.lastIndexOf('/') + 1;
            for (int i = level.rules.size() - 1; i >= 0; i--) {
                Rule rule = level.rules.get(i);
                if (rule.pattern.matches(relative, nameStart, isFolder, ignoreCase)) {
                    return !rule.negated;
                }
            }
        }
        return false;
    }

    private record Rule(PathPattern pattern, boolean negated) {
        static Rule of(String line) {
            boolean negated = line.startsWith("!");
            return new Rule(PathPattern.of(negated ? line.substring(1) : line), negated);
        }
    }
}
