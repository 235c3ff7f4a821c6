package io.github.snapsweep.git;

import java.util.Map;

/**
 * What gitattributes(5) says of one file.
 *
 * @param values each attribute that something is said of: {@link #SET}, {@link #UNSET}, or its value; one that was put back
 *     to unspecified is not there
 */
public record PathAttributes(Map<String, String> values) {

    /** No value that a file could hold is this one. */
    public static final String SET = "\0set";

    public static final String UNSET = "\0unset";

    public PathAttributes {
        values = Map.copyOf(values);
    }

    public boolean isSet(String attribute) {
        return SET.equals(values.get(attribute));
    }

    public boolean isUnset(String attribute) {
        return UNSET.equals(values.get(attribute));
    }

    /** Its value as it is written, empty when it has none. */
    public String value(String attribute) {
        String value = values.getOrDefault(attribute, "");
        return value.startsWith("\0") ? "" : value;
    }

    public boolean isSpecified(String attribute) {
        return values.containsKey(attribute);
    }
}
