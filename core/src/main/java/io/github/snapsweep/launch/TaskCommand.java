package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.sweep.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each task runs. A point reaches it as {@code key=value} arguments behind the words, or, where a word has a key in
 * braces in it, there and nowhere else. A brace as it is is written twice.
 *
 * @param words the program and its arguments, which no shell sees
 */
record TaskCommand(List<String> words) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|\\}\\}|\\{([A-Za-z_][A-Za-z0-9_.@/$-]*)\\}");

    TaskCommand {
        words = List.copyOf(words);
    }

    /** A word that is no user's, as it is to arrive: a path may have braces in it. */
    static String literal(Path path) {
        return path.toString().replace("{", "{{").replace("}", "}}");
    }

    /** The words of a point's task. */
    List<String> with(Point point) {
        List<String> filled = new ArrayList<>();
        boolean placed = false;
        for (String word : words) {
            if (word.indexOf('{') < 0 && word.indexOf('}') < 0) {
                filled.add(word); // most are such, and there may be many points
                continue;
            }
            placed |= PLACEHOLDER.matcher(word).results().anyMatch(match -> match.group(1) != null);
            filled.add(fill(word, point.texts()));
        }
        if (!placed) {
            filled.addAll(point.arguments());
        }
        return filled;
    }

    private static String fill(String word, Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(word);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String key = matcher.group(1);
            String text = key == null ? matcher.group().substring(1) : values.get(key);
            if (text == null) {
                throw LaunchProblems.unknownPlaceholder(key, word, values.keySet());
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(text));
        }
        return matcher.appendTail(filled).toString();
    }
}
