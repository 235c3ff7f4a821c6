package io.github.snapsweep.config;

import java.util.List;
import java.util.Optional;

/** A program and its words. */
final class CommandKind extends Kind<List<String>> {

    private static final ListKind<String> WORDS = ListKind.of(Scalars.lines());

    CommandKind() {
        super("a list of words, or a text that is split into words at its blanks, quotes minded; what needs a shell"
                + " goes into slurm.script");
    }

    @Override
    ValueSchema schema() {
        return WORDS.schema();
    }

    @Override
    Optional<List<String>> read(Raw raw, Refusals refusals) {
        if (!(raw instanceof Raw.Text text)) {
            return WORDS.read(raw, refusals);
        }
        try {
            return Optional.of(new CommandText(text.text()).words());
        } catch (IllegalArgumentException e) {
            refusals.refuse(text, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    boolean isUnset(Raw raw) {
        return super.isUnset(raw)
                || (raw instanceof Raw.Items list && list.items().isEmpty());
    }
}
