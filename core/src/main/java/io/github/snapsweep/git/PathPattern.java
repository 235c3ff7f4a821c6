package io.github.snapsweep.git;

/**
 * One pattern of a {@code .gitignore} or {@code .gitattributes} file, see "PATTERN FORMAT" in gitignore(5).
 *
 * @param text the pattern, without the slash that asks for a folder
 * @param foldersOnly whether that slash was there
 * @param nameOnly whether it has no other slash: it is matched with the last name of a path alone
 * @param literal how many characters there are before the first that is special
 */
record PathPattern(String text, boolean foldersOnly, boolean nameOnly, int literal) {

    static PathPattern of(String written) {
        boolean folders = written.endsWith("/");
        String text = folders ? written.substring(0, written.length() - 1) : written;
        boolean name = text.indexOf('/') < 0;
        String anchored = text.startsWith("/") ? text.substring(1) : text;
        return new PathPattern(anchored, folders, name, literal(anchored));
    }

    private static int literal(String text) {
        int end = 0;
        while (end < text.length() && "*?[\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /**
     * Whether a path is meant.
     *
     * @param path relative to the folder of the pattern's file
     * @param nameStart where its last name begins
     */
    boolean matches(String path, int nameStart, boolean folder, boolean ignoreCase) {
        if (foldersOnly && !folder) {
            return false;
        }
        int start = nameOnly ? nameStart : 0;
        if (!path.regionMatches(ignoreCase, start, text, 0, literal)) {
            return false;
        }
        if (literal == text.length()) {
            return path.length() - start == literal;
        }
        // git too expands only what follows: two stars there are at the beginning of a pattern then
        int expanded = nameOnly ? 0 : literal;
        return Wildmatch.matches(text.substring(expanded), path.substring(start + expanded), ignoreCase);
    }
}
