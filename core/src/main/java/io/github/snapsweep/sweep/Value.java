package io.github.snapsweep.sweep;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a parameter, with its type. */
public sealed interface Value {

    /** As a program sees it in its environment: strings without their quotes. */
    String text();

    /** As it is written in the language: reading it gives the same value, here and in Hydra. */
    default String rendered() {
        return text();
    }

    /** As plain Java, for JSON: null, Boolean, Long (BigInteger when too large), Double, String, List or Map. */
    @Nullable
    Object json();

    /** Nothing: {@code null}. */
    record Null() implements Value {
        @Override
        public String text() {
            return "null";
        }

        @Override
        public @Nullable Object json() {
            return null;
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Value {
        @Override
        public String text() {
            return String.valueOf(value);
        }

        @Override
        public Object json() {
            return value;
        }
    }

    /** A whole number of any size. */
    record Int(BigInteger value) implements Value {

        static Int of(long value) {
            return new Int(BigInteger.valueOf(value));
        }

        @Override
        public String text() {
            return value.toString();
        }

        @Override
        public Object json() {
            return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
        }
    }

    /** A floating point number, written in the shortest form that reads back the same: found once, for it takes long. */
    final class Decimal implements Value {

        private final double value;
        private @Nullable String text;

        Decimal(double value) {
            this.value = value;
        }

        public double value() {
            return value;
        }

        @Override
        public String text() {
            String known = text;
            if (known == null) {
                known = DecimalText.of(value);
                text = known;
            }
            return known;
        }

        @Override
        public Object json() {
            return value;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Decimal decimal && Double.compare(value, decimal.value) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A string that was written without quotes. */
    record Text(String value) implements Value {
        @Override
        public String text() {
            return value;
        }

        @Override
        public String rendered() {
            return UnquotedText.canHold(value) ? UnquotedText.of(value) : QuotedText.of(value, '\'');
        }

        @Override
        public Object json() {
            return value;
        }
    }

    /** A string that was written in quotes, {@code '} or {@code "}. */
    record Quoted(String value, char quote) implements Value {
        @Override
        public String text() {
            return value;
        }

        @Override
        public String rendered() {
            return QuotedText.of(value, quote);
        }

        @Override
        public Object json() {
            return value;
        }
    }

    /** A list: {@code [a,b]}. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return values.stream().map(Items::item).collect(Collectors.joining(",", "[", "]"));
        }

        /** Between commas an empty string needs its quotes. */
        private static String item(Value value) {
            String rendered = value.rendered();
            return rendered.isEmpty() ? "''" : rendered;
        }

        @Override
        public Object json() {
            return Collections.unmodifiableList(values.stream().map(Value::json).collect(Collectors.toList()));
        }
    }

    /** A dictionary, in the order written: {@code {a:1,b:2}}. Its keys are primitives without quotes. */
    record Dict(Map<Value, Value> values) implements Value {
        public Dict {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String text() {
            return values.entrySet().stream()
                    .map(entry -> entry.getKey().rendered() + ":" + Items.item(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }

        @Override
        public Object json() {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            values.forEach((key, value) -> plain.put(key.text(), value.json()));
            return Collections.unmodifiableMap(plain);
        }
    }
}
