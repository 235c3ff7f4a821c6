package io.github.snapsweep.launch;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is known of a launch that locked a worktree.
 *
 * @param lock the launch as the lock names it
 * @param needed whether it still needs the worktree; when in doubt, it does
 * @param liveTasks how many of its tasks have not ended, as far as is known
 * @param summary how it does, in few words
 * @param notice why that is not certain; empty when it is
 */
public record LaunchUse(String lock, boolean needed, int liveTasks, String summary, String notice) {

    /** Somebody else's lock, or a launch of which there is no record. */
    static LaunchUse unknown(String lock, String summary) {
        return new LaunchUse(lock, true, 0, summary, "");
    }

    /** A launch that needs nothing any more. */
    static LaunchUse over(String lock, String summary) {
        return new LaunchUse(lock, false, 0, summary, "");
    }

    static LaunchUse of(String lock, LaunchStatus status) {
        long live =
                status.tasks().stream().filter(task -> !task.state().isEnd()).count();
        boolean needed = !status.hasEnded() || !status.notice().isEmpty();
        String doubt = status.notice().isEmpty() ? "" : " (uncertain)";
        String summary = status.launch().launch() + ": " + (live == 0 ? "ended" : live(status)) + doubt;
        return new LaunchUse(lock, needed, (int) live, summary, status.notice());
    }

    /** Whether more is known of it than its lock. */
    boolean known() {
        return !needed || liveTasks > 0 || !notice.isEmpty();
    }

    private static String live(LaunchStatus status) {
        return Arrays.stream(TaskState.values())
                .filter(state -> !state.isEnd() && status.count(state) > 0)
                .map(state -> status.count(state) + " " + state.text())
                .collect(Collectors.joining(", "));
    }
}
