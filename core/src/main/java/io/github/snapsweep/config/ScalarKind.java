package io.github.snapsweep.config;

import java.util.Optional;
import java.util.function.Function;

/** A value that is one text. */
final class ScalarKind<T> extends Kind<T> {

    private final ValueSchema schema;
    private final Function<String, T> parser;

    /**
     * @param accepts what it takes, for messages
     * @param schema what it takes, for editors
     * @param parser from the text to the value; an IllegalArgumentException refuses the text
     */
    ScalarKind(String accepts, ValueSchema schema, Function<String, T> parser) {
        super(accepts);
        this.schema = schema;
        this.parser = parser;
    }

    @Override
    ValueSchema schema() {
        return schema;
    }

    @Override
    Optional<T> read(Raw raw, Refusals refusals) {
        if (!(raw instanceof Raw.Text text)) {
            refusals.refuseShape(raw);
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.text()));
        } catch (IllegalArgumentException e) {
            refusals.refuse(text);
            return Optional.empty();
        }
    }
}
