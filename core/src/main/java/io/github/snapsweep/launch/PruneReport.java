package io.github.snapsweep.launch;

import io.github.snapsweep.launch.PruneResult.Item;
import io.github.snapsweep.launch.PruneResult.Kind;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what a pruning does, as it does it, and sums it up. */
final class PruneReport {

    private final Progress progress;
    private final String would;
    private final List<Item> items = new ArrayList<>();

    /** @param would what is said of something that goes: {@code removed}, {@code would go}, {@code could go} */
    PruneReport(Progress progress, String would) {
        this.progress = progress;
        this.would = would;
    }

    void goes(Kind kind, String name, String why, long bytes) {
        add(new Item(kind, name, true, why, bytes));
    }

    void stays(Kind kind, String name, String why) {
        add(new Item(kind, name, false, why, 0));
    }

    private void add(Item item) {
        items.add(item);
        String kind = item.kind() == Kind.SNAPSHOT ? "" : word(item.kind()) + " ";
        progress.info((item.goes() ? would : "stays") + " " + kind + item.name() + ": " + item.why()
                + (item.bytes() > 0 ? ", " + Sizes.text(item.bytes()) : ""));
    }

    private static String word(Kind kind) {
        return kind == Kind.CLASSPATH ? "class path entry" : kind.name().toLowerCase(Locale.ROOT);
    }

    /** Sums up what is gone. */
    PruneResult done() {
        List<Item> gone = items.stream().filter(Item::goes).toList();
        long bytes = gone.stream().mapToLong(Item::bytes).sum();
        long snapshots =
                items.stream().filter(item -> item.kind() == Kind.SNAPSHOT).count();
        List<String> removed = gone.stream()
                .filter(item -> item.kind() == Kind.SNAPSHOT)
                .map(Item::name)
                .toList();
        if (snapshots == 0) {
            progress.info("there are no snapshots here");
        }
        if (!items.isEmpty()) {
            progress.info(removed.size() + " of " + snapshots + " snapshots removed, " + Sizes.text(bytes) + " freed"
                    + others(gone));
        }
        return new PruneResult(removed, bytes, 0, items);
    }

    private static String others(List<Item> gone) {
        return Stream.of(Kind.WORKTREE, Kind.LAUNCH, Kind.CLASSPATH)
                .map(kind -> counted(kind, (int)
                        gone.stream().filter(item -> item.kind() == kind).count()))
                .filter(text -> !text.startsWith("0 "))
                .map(text -> "; " + text)
                .collect(Collectors.joining());
    }

    private static String counted(Kind kind, int count) {
        return switch (kind) {
            case SNAPSHOT -> Counted.of(count, "snapshot");
            case WORKTREE -> Counted.of(count, "other worktree");
            case LAUNCH ->
                count == 0 ? "0 launches" : "what was left of " + (count == 1 ? "1 launch" : count + " launches");
            case CLASSPATH -> count == 1 ? "1 class path entry" : count + " class path entries";
        };
    }

    /** Sums up what would go. */
    PruneResult nothingDone(String why) {
        long bytes = items.stream().mapToLong(Item::bytes).sum();
        if (items.stream().noneMatch(item -> item.kind() == Kind.SNAPSHOT)) {
            progress.info("there are no snapshots here");
        }
        if (!items.isEmpty()) {
            progress.info("nothing was removed" + why + (bytes > 0 ? "; that would free " + Sizes.text(bytes) : ""));
        }
        return new PruneResult(List.of(), 0, bytes, items);
    }
}
