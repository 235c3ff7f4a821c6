package io.github.snapsweep.sweep;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers as the language allows them: a sign, {@code _} between digits, {@code inf} and {@code nan}. */
final class NumberText {

    private NumberText() {}

    static Value.Int whole(String text) {
        return new Value.Int(new BigInteger(text.replace("_", "")));
    }

    static Value.Decimal decimal(String text) {
        String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
        if (plain.endsWith("nan")) {
            return new Value.Decimal(Double.NaN);
        }
        if (plain.endsWith("inf")) {
            return new Value.Decimal(plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return new Value.Decimal(Double.parseDouble(plain));
    }
}
