package io.github.snapsweep.json;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Constants are written in small letters, as settings are. */
final class EnumNames implements TypeAdapterFactory {

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        Class<? super T> raw = type.getRawType();
        return raw.isEnum() ? new Constants<>(raw) : null;
    }

    private static final class Constants<T> extends TypeAdapter<T> {

        private final Class<? super T> type;

        Constants(Class<? super T> type) {
            this.type = type;
        }

        @Override
        public void write(JsonWriter out, @Nullable T value) throws IOException {
            out.value(value == null ? null : name(value));
        }

        @Override
        @SuppressWarnings("unchecked") // the constants of an enum are of its type
        public @Nullable T read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            String text = in.nextString();
            for (Object constant : type.getEnumConstants()) {
                if (name(constant).equals(text)) {
                    return (T) constant;
                }
            }
            throw new JsonParseException("'" + text + "' is no " + type.getSimpleName());
        }

        private static String name(Object constant) {
            return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
        }
    }
}
