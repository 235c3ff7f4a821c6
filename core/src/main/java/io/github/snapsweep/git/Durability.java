package io.github.snapsweep.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is on the disk, and not only in the memory of a machine that may lose its power, before anything leads to it: what
 * {@code core.fsync} names, see git-config(1). Without that setting it is more than git's own choice, which leaves out
 * references.
 *
 * @param hardened the components that are; those that this tool never writes count for nothing
 */
public record Durability(Set<Component> hardened) {

    /** Of what nobody needs after the process. */
    public static final Durability NONE = new Durability(Set.of());

    private static final Set<Component> UNSET = EnumSet.allOf(Component.class);
    private static final Set<Component> PLATFORM = EnumSet.of(Component.PACK, Component.PACK_METADATA);
    private static final Pattern WORDS = Pattern.compile("[,\\s]+");
    private static final List<String> OBJECTS = List.of("objects", "committed", "added");

    /** What this tool writes, of that which git names. */
    public enum Component {
        PACK,
        PACK_METADATA,
        REFERENCE;

        private boolean isMeantBy(String word) {
            return name().toLowerCase(Locale.ROOT).replace('_', '-').startsWith(word)
                    || (this == PACK && OBJECTS.contains(word))
                    || (this == PACK_METADATA && word.equals("derived-metadata"))
                    || word.equals("all");
        }
    }

    /**
     * Reads the setting, as git reads it.
     *
     * @param value that of {@code core.fsync}; null when it is not set
     */
    public static Durability of(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return new Durability(UNSET);
        }
        Set<Component> start = EnumSet.copyOf(PLATFORM);
        Set<Component> more = EnumSet.noneOf(Component.class);
        Set<Component> less = EnumSet.noneOf(Component.class);
        for (String word : WORDS.split(value.strip(), -1)) {
            if (word.equals("none")) {
                start.clear();
            } else if (word.startsWith("-")) {
                less.addAll(meant(word.substring(1)));
            } else {
                more.addAll(meant(word));
            }
        }
        start.removeAll(less);
        start.addAll(more);
        return new Durability(start);
    }

    private static Collection<Component> meant(String word) {
        Set<Component> meant = EnumSet.noneOf(Component.class);
        for (Component component : Component.values()) {
            if (!word.isEmpty() && component.isMeantBy(word)) {
                meant.add(component);
            }
        }
        return meant;
    }

    /** Sees to it that a file, or the names in a folder, are on the disk, if they are of a component that is to be. */
    void harden(Component component, Path path) throws IOException {
        if (hardened.contains(component)) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The same for a reference that is about to get its name. */
    public void hardenReference(Path file) throws IOException {
        harden(Component.REFERENCE, file);
    }
}
