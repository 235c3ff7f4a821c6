package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.TextPlace;
import org.jspecify.annotations.Nullable;

/**
 * One override of a sweep.
 *
 * @param sign {@code +}, {@code ++}, {@code ~} or nothing
 * @param key the parameter's name, with its package where it has one
 * @param element its value or values; null when it is to be dropped whatever its value
 * @param text what stands behind the {@code =}, with the seeds that were drawn
 * @param drawn whether any was
 * @param place where the key stands
 */
record Assignment(String sign, String key, @Nullable Element element, String text, boolean drawn, TextPlace place) {

    /** {@code ~key}. */
    static Assignment drop(String key, TextPlace place) {
        return new Assignment("~", key, null, "", false, place);
    }

    boolean drops() {
        return sign.equals("~");
    }
}
