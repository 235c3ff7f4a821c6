package io.github.snapsweep.snapshot;

import io.github.snapsweep.process.Host;

/**
 * What to capture, and under which name.
 *
 * @param names how snapshots are called
 * @param linked the output folders, which are left out
 * @param untracked what untracked files may come along
 * @param reuse whether a snapshot with the same tree and base serves again
 * @param host where this happens, for the commit's trailers
 */
public record SnapshotRequest(
        SnapshotNames names, LinkedPaths linked, UntrackedRules untracked, boolean reuse, Host host) {}
