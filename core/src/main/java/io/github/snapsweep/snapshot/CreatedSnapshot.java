package io.github.snapsweep.snapshot;

import java.time.Duration;

/**
 * What a capture gave.
 *
 * @param snapshot the snapshot
 * @param contents what it holds that its base does not
 * @param reused whether it was there already, with the same tree and base
 * @param took how long it took
 */
public record CreatedSnapshot(Snapshot snapshot, Contents contents, boolean reused, Duration took) {}
