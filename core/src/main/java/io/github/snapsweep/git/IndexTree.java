package io.github.snapsweep.git;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A folder's tree as an index remembers it: the extension {@code TREE} of index-format(5).
 *
 * @param id the tree of the entries below the folder; null when an entry changed since it was written
 * @param count how many entries there are below the folder, when the id is known
 * @param folders the folders in it
 */
public record IndexTree(@Nullable ObjectId id, int count, Map<String, IndexTree> folders) {

    private static final int ID_LENGTH = 20;

    static IndexTree parse(byte[] bytes, int offset, int length) {
        return new Parser(bytes, offset, offset + length).root();
    }

    /** The folder of a name, null when it is not remembered. */
    public @Nullable IndexTree folder(String name) {
        return folders.get(name);
    }

    private static final class Parser {

        private final byte[] bytes;
        private final int end;
        private int at;

        Parser(byte[] bytes, int offset, int end) {
            this.bytes = bytes;
            this.at = offset;
            this.end = end;
        }

        IndexTree root() {
            text('\0'); // the root's own name is empty
            return tree();
        }

        private IndexTree tree() {
            int count = Integer.parseInt(text(' '));
            int children = Integer.parseInt(text('\n'));
            ObjectId id = null;
            if (count >= 0) {
                id = ObjectId.fromRaw(bytes, at);
                at += ID_LENGTH;
            }
            Map<String, IndexTree> folders = new HashMap<>();
            for (int child = 0; child < children; child++) {
                String name = text('\0');
                folders.put(name, tree());
            }
            return new IndexTree(id, count, folders);
        }

        private String text(char terminator) {
            int start = at;
            while (at < end && bytes[at] != terminator) {
                at++;
            }
            return ByteText.of(bytes, start, at++ - start);
        }
    }
}
