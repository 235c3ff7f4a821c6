package io.github.snapsweep.snapshot;

import java.time.Instant;
import java.util.Optional;

/** What launches have to do with a snapshot, by their records: a lock may be gone, the launch not. */
public interface SnapshotUse {

    /** Nobody runs anything. */
    SnapshotUse NONE = new SnapshotUse() {
        @Override
        public Optional<Instant> last(Snapshot snapshot) {
            return Optional.empty();
        }

        @Override
        public Optional<String> needed(Snapshot snapshot) {
            return Optional.empty();
        }
    };

    /** When tasks were last sent that run it. */
    Optional<Instant> last(Snapshot snapshot);

    /** The launch that needs it still, with how it does; when that cannot be found out, it does. */
    Optional<String> needed(Snapshot snapshot);
}
