package io.github.snapsweep.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one {@code .gitattributes} file, or of one with its format, and of those that count after it: see
 * gitattributes(5). For each attribute the last line that matches, of the nearest file, decides.
 */
public final class AttributeRules {

    private static final String MACRO = "[attr]";
    private static final String BLANKS = " \t\r\n";
    private static final String UNSPECIFIED = "\0unspecified";
    private static final int LONGEST_LINE = 2048;

    private final String folder;
    private final List<Line> lines;
    private final Map<String, Map<String, String>> macros;
    private final boolean ignoreCase;
    private final @Nullable AttributeRules next;

    private AttributeRules(
            String folder,
            List<Line> lines,
            Map<String, Map<String, String>> macros,
            boolean ignoreCase,
            @Nullable AttributeRules next) {
        this.folder = folder;
        this.lines = lines;
        this.macros = macros;
        this.ignoreCase = ignoreCase;
        this.next = next;
    }

    /** What git knows by itself. */
    public static AttributeRules builtIn(boolean ignoreCase) {
        return parse("[attr]binary -diff -merge -text\n", "", ignoreCase, null);
    }

    /**
     * Reads a file's text.
     *
     * @param text a byte string
     * @param folder where the file is, relative to the work tree: empty, or with a slash at its end
     * @param next what counts where none of these lines matches
     */
    public static AttributeRules parse(String text, String folder, boolean ignoreCase, @Nullable AttributeRules next) {
        List<Line> lines = new ArrayList<>();
        Map<String, Map<String, String>> macros = new HashMap<>();
        for (String line : TextLines.of(text)) {
            String trimmed = skipBlanks(line, 0);
            if (!trimmed.isEmpty() && !trimmed.startsWith("#") && line.length() < LONGEST_LINE) {
                read(trimmed, folder, lines, macros);
            }
        }
        return new AttributeRules(folder, lines, macros, ignoreCase, next);
    }

    private static void read(String line, String folder, List<Line> lines, Map<String, Map<String, String>> macros) {
        if (line.startsWith(MACRO) && line.length() > MACRO.length()) {
            String definition = skipBlanks(line, MACRO.length());
            int end = wordEnd(definition, 0);
            if (folder.isEmpty()) {
                macros.put(definition.substring(0, end), states(definition, end));
            }
            return;
        }
        CQuoted quoted = line.startsWith("\"") ? CQuoted.at(line) : null;
        String pattern = quoted == null ? line.substring(0, wordEnd(line, 0)) : quoted.text();
        int end = quoted == null ? pattern.length() : quoted.end();
        if (!pattern.startsWith("!")) { // git forbids those, and passes over the line
            lines.add(new Line(PathPattern.of(pattern), states(line, end)));
        }
    }

    private static Map<String, String> states(String line, int from) {
        Map<String, String> states = new LinkedHashMap<>();
        int at = from;
        while (true) {
            while (at < line.length() && BLANKS.indexOf(line.charAt(at)) >= 0) {
                at++;
            }
            if (at == line.length()) {
                return states;
            }
            int end = wordEnd(line, at);
            state(line.substring(at, end), states);
            at = end;
        }
    }

    private static void state(String word, Map<String, String> states) {
        int equals = word.indexOf('=');
        boolean marked = word.startsWith("-") || word.startsWith("!");
        String name = word.substring(marked ? 1 : 0, equals < 0 ? word.length() : equals);
        String value = equals >= 0 && !marked
                ? word.substring(equals + 1)
                : word.startsWith("-") ? PathAttributes.UNSET : word.startsWith("!") ? UNSPECIFIED : PathAttributes.SET;
        states.remove(name); // the last of a line counts, also in the order of macros
        states.put(name, value);
    }

    /** The same lines, and others that count after them. */
    public AttributeRules before(AttributeRules others) {
        return new AttributeRules(folder, lines, macros, ignoreCase, others);
    }

    /** What is said of a file. */
    public PathAttributes of(String path) {
        Map<String, String> values = new HashMap<>();
        for (AttributeRules level = this; level != null; level = level.next) {
            if (!path.startsWith(level.folder)) {
                continue;
            }
            String relative = path.substring(level.folder.length());
            int nameStart = relative.lastIndexOf('/') + 1;
            for (int i = level.lines.size() - 1; i >= 0; i--) {
                Line line = level.lines.get(i);
                if (line.pattern.matches(relative, nameStart, false, ignoreCase)) {
                    fill(values, line.states);
                }
            }
        }
        values.values().removeIf(UNSPECIFIED::equals);
        return new PathAttributes(values);
    }

    private void fill(Map<String, String> values, Map<String, String> states) {
        List<Map.Entry<String, String>> lastFirst = new ArrayList<>(states.entrySet());
        for (int i = lastFirst.size() - 1; i >= 0; i--) {
            String name = lastFirst.get(i).getKey();
            if (values.putIfAbsent(name, lastFirst.get(i).getValue()) == null
                    && lastFirst.get(i).getValue().equals(PathAttributes.SET)) {
                fill(values, macro(name));
            }
        }
    }

    private Map<String, String> macro(String name) {
        for (AttributeRules level = this; level != null; level = level.next) {
            Map<String, String> macro = level.macros.get(name);
            if (macro != null) {
                return macro;
            }
        }
        return Map.of();
    }

    private static String skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && BLANKS.indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return line.substring(at);
    }

    private static int wordEnd(String line, int from) {
        int end = from;
        while (end < line.length() && BLANKS.indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private record Line(PathPattern pattern, Map<String, String> states) {}
}
