package io.github.snapsweep.config;

/**
 * Where a value came from, for messages.
 *
 * @param text {@code pom.xml:24 <partition>, profile alpha}, {@code snapsweep.yaml:12:3 partition}, {@code
 *     -Dslurm.partition} or {@code default}
 * @param isPom whether it is a POM, where a list of one looks like a map
 */
public record Origin(String text, boolean isPom) {

    /** Nobody set it. */
    public static final Origin PRESET = new Origin("default");

    /** Anything but a POM. */
    public Origin(String text) {
        this(text, false);
    }

    static Origin ofPom(PomPlace place, String element) {
        return new Origin(
                place.file() + " <" + element + ">"
                        + place.profile().map(name -> ", profile " + name).orElse(""),
                true);
    }

    static Origin ofProperty(String name) {
        return new Origin("-D" + name);
    }

    @Override
    public String toString() {
        return text;
    }
}
