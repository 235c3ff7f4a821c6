package io.github.snapsweep.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value as its source wrote it, before anybody asked what setting it is for. */
sealed interface Raw {

    /** Where it stands. */
    Origin origin();

    /** What it is, as a word for messages: {@code a list}. */
    String shape();

    /** The value on one line. */
    String shown();

    /** All texts in it. */
    Stream<Text> texts();

    /** How a text was written. */
    enum Form {
        /** On the command line, where there is nothing but text. */
        PROPERTY,
        /** As it is. */
        PLAIN,
        /** In quotes: a text even where it looks like a number. */
        QUOTED
    }

    /** YAML's {@code null}. */
    record Nothing(Origin origin) implements Raw {
        @Override
        public String shape() {
            return "nothing";
        }

        @Override
        public String shown() {
            return "null";
        }

        @Override
        public Stream<Text> texts() {
            return Stream.empty();
        }
    }

    record Text(String text, Form form, Origin origin) implements Raw {
        @Override
        public String shape() {
            return "a text";
        }

        @Override
        public String shown() {
            return text;
        }

        @Override
        public Stream<Text> texts() {
            return Stream.of(this);
        }
    }

    record Items(List<Raw> items, Origin origin) implements Raw {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String shape() {
            return "a list";
        }

        @Override
        public String shown() {
            return items.stream().map(Raw::shown).collect(Collectors.joining(", "));
        }

        @Override
        public Stream<Text> texts() {
            return items.stream().flatMap(Raw::texts);
        }
    }

    /** What one source says, with what a later one says over it. */
    record Layered(Raw earlier, Raw later) implements Raw {
        @Override
        public Origin origin() {
            return new Origin(
                    later.origin().text() + " over " + earlier.origin().text());
        }

        @Override
        public String shape() {
            return later.shape();
        }

        @Override
        public String shown() {
            return earlier.shown() + "; " + later.shown();
        }

        @Override
        public Stream<Text> texts() {
            return Stream.of(earlier, later).flatMap(Raw::texts);
        }
    }

    /** A map, in the order of its source. */
    record Entries(Map<String, Raw> entries, Origin origin) implements Raw {
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String shape() {
            return "a map";
        }

        @Override
        public String shown() {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().shown())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public Stream<Text> texts() {
            return entries.values().stream().flatMap(Raw::texts);
        }

        /** The item of a list of one, which in XML looks like a map. */
        Optional<Raw> onlyItem() {
            return origin.isPom() && entries.size() == 1
                    ? entries.values().stream().findFirst()
                    : Optional.empty();
        }

        /** These entries with those of a later map put over them. */
        Entries under(Entries later) {
            Map<String, Raw> all = new LinkedHashMap<>(entries);
            all.putAll(later.entries);
            return new Entries(all, later.origin);
        }
    }
}
