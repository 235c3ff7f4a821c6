package io.github.snapsweep.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Progress as its user sees it. Lines go out as they come; of steps a thread of its own tells how far they are, which is there
 * while one is open: on a display where there is one, in lines elsewhere.
 */
public final class ShownProgress implements Progress {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Consumer<String> info;
    private final Consumer<String> warn;
    private final StepDisplay display;
    private final LongSupplier nanos;
    private final Consumer<Runnable> background;
    private final Map<Step, ShownStep> open = new LinkedHashMap<>();
    private boolean isLooking;
    private boolean drawn;

    /**
     * Shows progress.
     *
     * @param info takes a line of information
     * @param warn takes a line of warning
     * @param display shows steps where there is something to draw on
     */
    public ShownProgress(Consumer<String> info, Consumer<String> warn, StepDisplay display) {
        this(info, warn, display, System::nanoTime, ShownProgress::beside);
    }

    /** As the other, by another clock, and looking when somebody else says so. */
    ShownProgress(
            Consumer<String> info,
            Consumer<String> warn,
            StepDisplay display,
            LongSupplier nanos,
            Consumer<Runnable> background) {
        this.info = info;
        this.warn = warn;
        this.display = display;
        this.nanos = nanos;
        this.background = background;
    }

    private static void beside(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void info(String line) {
        info.accept(line);
    }

    @Override
    public void warn(String line) {
        warn.accept(line);
    }

    @Override
    public Step begin(String what) {
        return opened(new Step(what, false, nanos, this::end));
    }

    @Override
    public Step count(String what, long total) {
        return opened(new Step(what, true, nanos, this::end).of(total));
    }

    private synchronized Step opened(Step step) {
        open.put(step, new ShownStep());
        if (!isLooking) {
            isLooking = true;
            background.accept(this::look);
        }
        return step;
    }

    /** Looks until no step is open. */
    private void look() {
        while (showOpen()) {
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return; // nobody looks any more
            }
        }
    }

    /** Looks once; false when nothing is open. */
    synchronized boolean showOpen() {
        if (open.isEmpty()) {
            isLooking = false;
            return false;
        }
        List<StepView> views = new ArrayList<>();
        open.forEach((step, shown) -> {
            Moment now = step.now();
            shown.see(now);
            if (now.elapsed().compareTo(ShownStep.NOTICEABLE) >= 0) {
                views.add(shown.view(now));
            }
        });
        if (views.isEmpty()) {
            clear();
        } else if (display.show(views)) {
            drawn = true;
        } else {
            open.forEach((step, shown) -> shown.line(step.now()).ifPresent(info));
        }
        return true;
    }

    private synchronized void end(Step step) {
        ShownStep shown = open.remove(step);
        if (shown == null) {
            return; // closed twice
        }
        if (open.isEmpty()) {
            clear();
        }
        shown.lastLine(step.now(), step.isEndTold()).ifPresent(info);
    }

    private void clear() {
        if (drawn) {
            display.clear();
            drawn = false;
        }
    }
}
