package io.github.snapsweep.maven;

import io.github.snapsweep.progress.StepDisplay;
import io.github.snapsweep.terminal.Canvas;
import io.github.snapsweep.terminal.FullScreen;
import io.github.snapsweep.terminal.ScreenBar;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/**
 * The screen that Maven is looked at on, where somebody looks: not in batch mode, a pipe, a file or a pipeline, and not when
 * Maven is to be quiet.
 *
 * @param session tells what its user said
 * @param isHeard whether lines of information are shown at all
 */
public record Screen(MavenSession session, boolean isHeard) {

    /** Whether something can be drawn on it. */
    public boolean isThere() {
        return isHeard
                && session.getRequest().isInteractiveMode()
                && !System.getenv().getOrDefault("TERM", "dumb").equals("dumb")
                && !isPipeline(System.getenv().getOrDefault("CI", ""))
                && isConsole();
    }

    /** Where steps are shown. */
    StepDisplay display() {
        return isThere() ? new ScreenBar(hasColours()) : StepDisplay.NONE;
    }

    /** The whole of it; empty where nothing can be drawn. */
    public Optional<Canvas> canvas() {
        if (!isThere()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FullScreen.open(hasColours()));
        } catch (IOException e) {
            return Optional.empty(); // a terminal that cannot do that: lines tell it
        }
    }

    /** Whether its user wants colours. */
    public boolean hasColours() {
        return new StandardOutput(session).hasColours();
    }

    private static boolean isPipeline(String ci) {
        return !ci.isEmpty() && !ci.equals("false");
    }

    /** From Java 22 on there is a console even where there is no terminal, and it can be asked. */
    @SuppressWarnings("SystemConsoleNull") // asked again below
    static boolean isConsole() {
        Object console = System.console();
        try {
            return console != null
                    && (Runtime.version().feature() < 22
                            || Boolean.TRUE.equals(
                                    console.getClass().getMethod("isTerminal").invoke(console)));
        } catch (ReflectiveOperationException e) {
            return false; // nobody can tell: as it is for a file
        }
    }
}
