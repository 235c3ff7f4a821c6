package io.github.snapsweep.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.snapsweep.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON as this tool writes it: instants as ISO-8601 in UTC, durations in seconds (ISO-8601 too), paths as text. Fields
 * that a reader does not know are passed over, so that a later release's files can be read.
 */
public final class Json {

    private static final Gson LINE = builder().serializeNulls().create();
    private static final Gson TREE = builder()
            .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
            .create();
    private static final Gson PAGE = builder().setPrettyPrinting().create();

    private Json() {}

    /** One line, without its end; nulls are in it. */
    public static String line(@Nullable Object value) {
        return LINE.toJson(value);
    }

    /** Several lines, for people; what is null is left out. */
    public static String page(Object value) {
        return PAGE.toJson(value) + "\n";
    }

    /**
     * Writes a file of this tool's own, whole or not at all.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, Object value) throws IOException {
        WholeFile.replace(file, out -> out.write(page(value)));
    }

    /**
     * Writes several records as one to a file that a user has named: the fields of the first, then those of the others.
     *
     * @throws IOException when it cannot be written
     */
    public static void writeJoined(Path file, Record first, Record... others) throws IOException {
        JsonObject all = PAGE.toJsonTree(first).getAsJsonObject();
        for (Record other : others) {
            PAGE.toJsonTree(other).getAsJsonObject().asMap().forEach(all::add);
        }
        WholeFile.write(file, out -> out.write(page(all)));
    }

    /**
     * Reads a value.
     *
     * @throws IOException when the text is no such value
     */
    public static <T> T read(String text, Class<T> type) throws IOException {
        try {
            T value = LINE.fromJson(text, type);
            if (value == null) {
                throw new IOException("it is empty");
            }
            return value;
        } catch (JsonParseException e) {
            throw new IOException("it is not the JSON that it should be: " + e.getMessage(), e);
        } catch (RuntimeException e) { // what a record does not take, in its own words
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = cause instanceof NullPointerException ? "something is missing" : cause.getMessage();
            throw new IOException("it is not the JSON that it should be: " + why, e);
        }
    }

    /**
     * Reads any JSON: maps in their order, lists, texts, truth values and nulls; numbers keep the digits that they are
     * written with. Numbers that JSON does not have, {@code NaN} and the infinities, are texts.
     *
     * @throws IOException when it is no JSON
     */
    public static @Nullable Object tree(String text) throws IOException {
        try {
            return TREE.fromJson(text, Object.class);
        } catch (JsonParseException e) {
            throw new IOException("it is no JSON: " + reason(e), e);
        }
    }

    /** One line of it: the next ones are for those who write programs. */
    private static String reason(JsonParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static GsonBuilder builder() {
        return new GsonBuilder()
                .disableHtmlEscaping()
                .serializeSpecialFloatingPointValues()
                .registerTypeAdapter(Instant.class, new AsText<>(Instant::parse))
                .registerTypeAdapter(Duration.class, new AsText<>(Duration::parse))
                .registerTypeHierarchyAdapter(Path.class, new AsText<>(Path::of))
                .registerTypeAdapterFactory(new EnumNames())
                .registerTypeAdapterFactory(new WholeRecords());
    }

    /** A value that is written as its text. */
    private static final class AsText<T> extends TypeAdapter<T> {

        private final Function<String, T> parse;

        AsText(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public void write(JsonWriter out, @Nullable T value) throws IOException {
            out.value(value == null ? null : value.toString());
        }

        @Override
        public @Nullable T read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            return parse.apply(in.nextString());
        }
    }
}
