package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SweepFunctionProblems;
import io.github.snapsweep.problem.TextPlace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What each kind of value is as another kind: as in Hydra, and so in Python. */
final class Casts {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9](?:_?[0-9])*+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:(?:[0-9](?:_?[0-9])*+\\.?(?:[0-9](?:_?[0-9])*+)?+"
            + "|\\.[0-9](?:_?[0-9])*+)(?:[eE][+-]?[0-9](?:_?[0-9])*+)?+|(?i:inf|infinity|nan))");

    private static final Functions NO_FILES = new Functions(Path.of(""));

    private static final Pattern INFINITY = Pattern.compile("(?i:infinity)");

    private Casts() {}

    static Value toInt(Value value, TextPlace place) {
        if (value instanceof Value.Int) {
            return value;
        }
        if (value instanceof Value.Decimal decimal && Double.isFinite(decimal.value())) {
            return new Value.Int(new BigDecimal(decimal.value()).toBigInteger());
        }
        if (value instanceof Value.Bool flag) {
            return Value.Int.of(flag.value() ? 1 : 0);
        }
        if (isText(value) && WHOLE.matcher(value.text().strip()).matches()) {
            return NumberText.whole(value.text().strip());
        }
        return each(value, part -> toInt(part, place), "int", place);
    }

    static Value toDecimal(Value value, TextPlace place) {
        if (value instanceof Value.Decimal) {
            return value;
        }
        if (value instanceof Value.Int whole) {
            return new Value.Decimal(whole.value().doubleValue());
        }
        if (value instanceof Value.Bool flag) {
            return new Value.Decimal(flag.value() ? 1 : 0);
        }
        if (isText(value) && DECIMAL.matcher(value.text().strip()).matches()) {
            return NumberText.decimal(INFINITY.matcher(value.text().strip()).replaceFirst("inf"));
        }
        return each(value, part -> toDecimal(part, place), "float", place);
    }

    static Value toBool(Value value, TextPlace place) {
        if (value instanceof Value.Bool) {
            return value;
        }
        if (value instanceof Value.Int whole) {
            return new Value.Bool(whole.value().signum() != 0);
        }
        if (value instanceof Value.Decimal decimal) {
            return new Value.Bool(decimal.value() != 0);
        }
        if (value instanceof Value.Null) {
            return new Value.Bool(false);
        }
        if (isText(value) && value.text().equalsIgnoreCase("true")) {
            return new Value.Bool(true);
        }
        if (isText(value) && value.text().equalsIgnoreCase("false")) {
            return new Value.Bool(false);
        }
        return each(value, part -> toBool(part, place), "bool", place);
    }

    static Value toText(Value value, TextPlace place) {
        return value instanceof Value.Items || value instanceof Value.Dict || value instanceof Value.Null
                ? each(value, part -> toText(part, place), "str", place)
                : text(value.text());
    }

    /** Lists and dictionaries as a whole. */
    static Value toJson(Value value) {
        return text(PythonJson.of(value));
    }

    /** A string that stays one when it is read again: in quotes, unless it is a plain word. */
    private static Value text(String text) {
        Value plain = new Value.Text(text);
        return plain.rendered().equals(text) && readsBack(plain) ? plain : new Value.Quoted(text, '\'');
    }

    private static boolean readsBack(Value plain) {
        try {
            String rendered = plain.rendered();
            return !rendered.isEmpty()
                    && ValueParser.parse(rendered, 0, rendered.length(), NO_FILES)
                            .element()
                            .equals(new Element.Single(plain));
        } catch (Problem e) {
            return false;
        }
    }

    private static boolean isText(Value value) {
        return value instanceof Value.Text || value instanceof Value.Quoted;
    }

    private static Value each(Value value, UnaryOperator<Value> cast, String kind, TextPlace place) {
        if (value instanceof Value.Items items) {
            return new Value.Items(items.values().stream().map(cast).toList());
        }
        if (value instanceof Value.Dict dict) {
            Map<Value, Value> values = new LinkedHashMap<>();
            dict.values().forEach((key, part) -> values.put(key, cast.apply(part)));
            return new Value.Dict(values);
        }
        throw SweepFunctionProblems.cannotCast(place, value.rendered(), kind);
    }
}
