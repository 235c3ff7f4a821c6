package io.github.snapsweep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of values of one kind; a text is split, at commas or at line ends. */
final class ListKind<T> extends Kind<List<T>> {

    private final ScalarKind<T> item;
    private final boolean lines;

    private ListKind(String accepts, ScalarKind<T> item, boolean lines) {
        super(accepts);
        this.item = item;
        this.lines = lines;
    }

    /** Values with commas between them. */
    static <T> ListKind<T> of(ScalarKind<T> item) {
        return new ListKind<>("a list, each of it " + item.accepts(), item, false);
    }

    /** Lines for bash, as they are. On the command line a comma ends a line too. */
    static ListKind<String> ofLines() {
        return new ListKind<>("a list of lines for bash", Scalars.lines(), true);
    }

    /** What a text is split into is not said. */
    @Override
    ValueSchema schema() {
        return ValueSchema.of("array", "string", "number", "boolean")
                .with("items", item.schema().json());
    }

    @Override
    Optional<List<T>> read(Raw raw, Refusals refusals) {
        List<Optional<T>> read = new ArrayList<>();
        for (Raw each : items(raw, refusals)) {
            read.add(item.read(each, refusals));
        }
        return read.contains(Optional.<T>empty())
                ? Optional.empty()
                : Optional.of(read.stream().flatMap(Optional::stream).toList());
    }

    @Override
    boolean isUnset(Raw raw) {
        return raw instanceof Raw.Nothing;
    }

    private List<Raw> items(Raw raw, Refusals refusals) {
        if (raw instanceof Raw.Items items) {
            return items.items();
        }
        if (raw instanceof Raw.Text text) {
            return split(text, refusals);
        }
        return List.of(raw instanceof Raw.Entries map ? map.onlyItem().orElse(raw) : raw);
    }

    private List<Raw> split(Raw.Text text, Refusals refusals) {
        try {
            return parts(text).stream()
                    .<Raw>map(part -> new Raw.Text(part, text.form(), text.origin()))
                    .toList();
        } catch (IllegalArgumentException e) {
            refusals.refuse(text, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private List<String> parts(Raw.Text text) {
        if (!lines) {
            return TextSplitter.items(text.text());
        }
        return text.form() == Raw.Form.PROPERTY
                ? TextSplitter.lines(text.text())
                : text.text().lines().toList();
    }
}
