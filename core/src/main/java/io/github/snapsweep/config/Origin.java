package io.github.snapsweep.config;

/**
 * Where a value came from, for messages.
 *
 * @param text {@code pom.xml <partition>}, {@code snapsweep.yaml:12:3 partition}, {@code -Dslurm.partition} or
 *     {@code default}
 */
public record Origin(String text) {

    /** Nobody set it. */
    public static final Origin PRESET = new Origin("default");

    private static final String POM = "pom.xml ";

    static Origin ofPom(String element) {
        return new Origin(POM + "<" + element + ">");
    }

    boolean isPom() {
        return text.startsWith(POM);
    }

    static Origin ofProperty(String name) {
        return new Origin("-D" + name);
    }

    @Override
    public String toString() {
        return text;
    }
}
