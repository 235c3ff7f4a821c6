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
                .filter(name -> slips(plain, plain(name)) <= limit)
                .min(Comparator.comparingInt(name -> slips(plain, plain(name))));
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** How many letters must be put in, taken out or changed to get from one word to the other. */
    private static int slips(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int changed = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
