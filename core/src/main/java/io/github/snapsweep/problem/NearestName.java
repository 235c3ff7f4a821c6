package io.github.snapsweep.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a person most likely meant: case, {@code _} and {@code -} do not count, slips of the keys do. */
public final class NearestName {

    private NearestName() {}

    /** The nearest of these names, when one is near enough: at most one slip in three letters. */
    public static Optional<String> of(String typed, Collection<String> names) {
        String plain = plain(typed);
        int limit = Math.max(1, plain.length() / 3);
        return names.stream()
                .filter(name -> Math.abs(plain.length() - plain(name).length()) <= limit)
                .filter(name -> slips(plain, plain(name)) <= limit)
                .min(Comparator.comparingInt(name -> slips(plain, plain(name))));
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** How many letters must be put in, taken out, changed or swapped with the next to get from one word to the other. */
    private static int slips(String from, String to) {
        int[][] slips = new int[from.length() + 1][to.length() + 1];
        for (int line = 0; line <= from.length(); line++) {
            for (int column = 0; column <= to.length(); column++) {
                slips[line][column] = line == 0 ? column : column == 0 ? line : slips(from, to, line, column, slips);
            }
        }
        return slips[from.length()][to.length()];
    }

    private static int slips(String from, String to, int line, int column, int[][] known) {
        char last = from.charAt(line - 1);
        char wanted = to.charAt(column - 1);
        int changed = known[line - 1][column - 1] + (last == wanted ? 0 : 1);
        int fewest = Math.min(changed, 1 + Math.min(known[line - 1][column], known[line][column - 1]));
        boolean swapped = line > 1 && column > 1 && last == to.charAt(column - 2) && from.charAt(line - 2) == wanted;
        return swapped ? Math.min(fewest, 1 + known[line - 2][column - 2]) : fewest;
    }
}
