package io.github.snapsweep.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says to git which paths are meant, see "pathspec" in gitglossary(7). */
final class Pathspecs {

    private Pathspecs() {}

    /** All but these paths, and what is below them. */
    static List<String> allBut(Collection<String> paths) {
        List<String> all = new ArrayList<>(List.of("."));
        for (String path : paths) {
            all.add(":(exclude,glob)" + pattern(path));
            all.add(":(exclude,glob)" + pattern(path) + "/**");
        }
        return all;
    }

    /** These paths, whatever characters they have. */
    static List<String> only(Collection<String> paths) {
        return paths.stream().map(path -> ":(literal)" + path).toList();
    }

    /**
     * A pattern that only the path matches. A backslash comes first even where none is needed: of a plain name that is
     * ignored git says that it cannot be added, also when it is excluded.
     */
    private static String pattern(String path) {
        String escaped = path.replaceAll("[\\\\*?\\[\\]]", "\\\\$0");
        return escaped.startsWith("\\") ? escaped : "\\" + escaped;
    }
}
