package io.github.snapsweep.terminal;

import io.github.snapsweep.progress.StepDisplay;
import io.github.snapsweep.progress.StepView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A bar in the last line of the screen. While it is there the other lines scroll above it, whoever writes them: nothing that
 * Maven or a plugin logs tears it, or is torn.
 */
public final class ScreenBar implements StepDisplay {

    private final boolean colours;

    /** The line, once the terminal is open, which takes a moment that nobody waits for; empty when there can be none. */
    private @Nullable CompletableFuture<Optional<ReservedLine>> line;

    /** @param colours whether its user wants any */
    public ScreenBar(boolean colours) {
        this.colours = colours;
    }

    @Override
    public boolean show(List<StepView> steps) {
        if (line == null) {
            line = opening();
        }
        if (!line.isDone()) {
            return true;
        }
        return line.join()
                .map(open -> open.draw(BarLine.chosen(steps), colours))
                .orElse(false); // no terminal, or one that cannot do this: lines tell it
    }

    private static CompletableFuture<Optional<ReservedLine>> opening() {
        CompletableFuture<Optional<ReservedLine>> opening = new CompletableFuture<>();
        Thread thread = new Thread(() -> opening.complete(open()), "terminal");
        thread.setDaemon(true);
        thread.start();
        return opening;
    }

    private static Optional<ReservedLine> open() {
        try {
            return Optional.of(ReservedLine.open());
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // whatever is wrong with the terminal fails no goal
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // to close it fails nothing
    public void clear() {
        if (line != null) {
            line.thenAccept(opened -> opened.ifPresent(ReservedLine::close));
            line = null;
        }
    }
}
