package io.github.snapsweep.terminal;

import io.github.snapsweep.progress.StepDisplay;
import io.github.snapsweep.progress.StepView;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bar in the last line of the screen. While it is there the other lines scroll above it, whoever writes them: nothing that
 * Maven or a plugin logs tears it, or is torn.
 */
public final class ScreenBar implements StepDisplay {

    private final boolean colours;
    private @Nullable ReservedLine line;
    private boolean isImpossible;

    /** @param colours whether its user wants any */
    public ScreenBar(boolean colours) {
        this.colours = colours;
    }

    @Override
    public boolean show(List<StepView> steps) {
        if (isImpossible) {
            return false;
        }
        if (line == null) {
            try {
                line = ReservedLine.open();
            } catch (IOException e) {
                isImpossible = true; // no terminal, or one that cannot do this: lines tell it
                return false;
            }
        }
        return line.draw(BarLine.chosen(steps), colours);
    }

    @Override
    public void clear() {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
