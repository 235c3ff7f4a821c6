package io.github.snapsweep.sweep;

import java.math.BigDecimal;
import java.math.MathContext;

/** Floating point numbers as people type them: {@code 0.1}, {@code 1.0}, {@code 1e-05}, {@code -inf}. */
final class DecimalText {

    private static final int LARGEST_PLAIN_EXPONENT = 15;
    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private DecimalText() {}

    /** The shortest text that reads back as the same number. */
    static String of(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        return sign + (Double.isInfinite(value) ? "inf" : finite(Math.abs(value)));
    }

    private static String finite(double value) {
        if (value == 0) {
            return "0.0";
        }
        BigDecimal shortest = shortest(value);
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent < SMALLEST_PLAIN_EXPONENT || exponent > LARGEST_PLAIN_EXPONENT) {
            return scientific(shortest.unscaledValue().toString(), exponent);
        }
        String plain = shortest.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    /** Double.toString gives some numbers more digits than they need (before Java 19): try with ever fewer. */
    private static BigDecimal shortest(double value) {
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal exact = new BigDecimal(value);
        while (shortest.precision() > 1) {
            BigDecimal rounded = exact.round(new MathContext(shortest.precision() - 1));
            if (rounded.doubleValue() != value) {
                return shortest;
            }
            shortest = rounded.stripTrailingZeros();
        }
        return shortest;
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String size = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : String.valueOf(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + size;
    }
}
