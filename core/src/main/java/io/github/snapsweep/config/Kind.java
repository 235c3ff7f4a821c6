package io.github.snapsweep.config;

import java.util.Optional;

/** What a setting's value is: reads it from what its source wrote, and says what it takes. */
public abstract sealed class Kind<T> permits ScalarKind, ListKind, CommandKind, SweepKind, MapKind {

    private final String accepts;

    Kind(String accepts) {
        this.accepts = accepts;
    }

    /** What it takes, to be read after "takes": {@code a whole number of at least 1}. */
    public final String accepts() {
        return accepts;
    }

    /** What it looks like in YAML, for editors. */
    abstract ValueSchema schema();

    /** The value; or none, when the refusals were told why. */
    abstract Optional<T> read(Raw raw, Refusals refusals);

    /** Whether a value stands for the default: YAML's {@code null}, and for most kinds an empty text. */
    boolean isUnset(Raw raw) {
        return raw instanceof Raw.Nothing
                || (raw instanceof Raw.Text text && text.text().isBlank());
    }

    /** What holds when two sources set it: the later one. */
    Raw merge(Raw earlier, Raw later) {
        return later;
    }
}
