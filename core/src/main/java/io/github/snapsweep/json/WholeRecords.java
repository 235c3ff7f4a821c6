package io.github.snapsweep.json;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses a record in which something is missing that its type wants: files may have been edited. */
final class WholeRecords implements TypeAdapterFactory {

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (!type.getRawType().isRecord()) {
            return null; // another factory's
        }
        List<Method> wanted = Stream.of(type.getRawType().getRecordComponents())
                .filter(WholeRecords::isWanted)
                .map(RecordComponent::getAccessor)
                .toList();
        wanted.forEach(accessor -> accessor.setAccessible(true));
        return new Checked<>(gson.getDelegateAdapter(this, type), wanted);
    }

    private static boolean isWanted(RecordComponent component) {
        return !component.getType().isPrimitive()
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Reads as another does, and looks at what came of it. */
    private static final class Checked<T> extends TypeAdapter<T> {

        private final TypeAdapter<T> reader;
        private final List<Method> wanted;

        Checked(TypeAdapter<T> reader, List<Method> wanted) {
            this.reader = reader;
            this.wanted = wanted;
        }

        @Override
        public void write(JsonWriter out, @Nullable T value) throws IOException {
            reader.write(out, value);
        }

        @Override
        public @Nullable T read(JsonReader in) throws IOException {
            T value = reader.read(in);
            if (value != null) {
                for (Method accessor : wanted) {
                    require(accessor, value);
                }
            }
            return value;
        }

        private static void require(Method accessor, Object value) {
            try {
                if (accessor.invoke(value) == null) {
                    throw new JsonParseException("'" + accessor.getName() + "' is missing");
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " cannot be asked", e);
            }
        }
    }
}
