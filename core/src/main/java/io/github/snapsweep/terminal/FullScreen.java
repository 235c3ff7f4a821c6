package io.github.snapsweep.terminal;

import io.github.snapsweep.problem.PlainText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** The other screen that terminals have for programs such as editors: what was on the first is there again afterwards. */
public final class FullScreen implements Canvas {

    private static final int END = -1;

    /** Where a terminal hands it on as a key. */
    private static final int CTRL_C = 3;

    private final SystemTerminal terminal;
    private final boolean colours;
    private final Attributes before;
    private final Display display;
    private final Thread atExit = new Thread(this::leave, "full screen");
    private Size size;
    private boolean isLeft;

    private FullScreen(SystemTerminal terminal, boolean colours) {
        this.terminal = terminal;
        this.colours = colours;
        this.before = terminal.jline().enterRawMode();
        Attributes raw = terminal.jline().getAttributes();
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, true); // Ctrl-C ends Maven as ever
        terminal.jline().setAttributes(raw);
        this.display = new Display(terminal.jline(), true);
        this.size = terminal.jline().getSize();
        display.resize(size);
    }

    /**
     * Opens it.
     *
     * @throws IOException when there is no terminal that has such a screen
     */
    public static FullScreen open(boolean colours) throws IOException {
        SystemTerminal terminal = SystemTerminal.open();
        if (!terminal.has(
                Capability.enter_ca_mode,
                Capability.exit_ca_mode,
                Capability.clear_screen,
                Capability.cursor_address)) {
            terminal.close();
            throw new IOException("the terminal has one screen only");
        }
        FullScreen screen = new FullScreen(terminal, colours);
        Runtime.getRuntime().addShutdownHook(screen.atExit);
        terminal.write(terminal.code(Capability.enter_ca_mode)
                + terminal.code(Capability.cursor_invisible)
                + terminal.code(Capability.clear_screen));
        return screen;
    }

    @Override
    public int columns() {
        return size.getColumns();
    }

    @Override
    public int rows() {
        return size.getRows();
    }

    @Override
    public Glyphs glyphs() {
        return Glyphs.ofLocale(System.getenv());
    }

    @Override
    public boolean hasColours() {
        return colours;
    }

    @Override
    public synchronized void draw(List<Line> lines) {
        if (isLeft) {
            return;
        }
        if (terminal.wasResized()) {
            size = terminal.jline().getSize();
            display.clear();
            display.resize(size);
        }
        display.update(
                lines.stream()
                        .limit(size.getRows())
                        .map(this::styled)
                        .map(line -> line.columnSubSequence(0, Math.max(0, size.getColumns() - 1)))
                        .toList(),
                0);
    }

    private AttributedString styled(Line line) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        line.pieces()
                .forEach(piece -> text.styled(
                        colours ? style(piece.tone()) : AttributedStyle.DEFAULT, PlainText.line(piece.text())));
        return text.toAttributedString();
    }

    private static AttributedStyle style(Tone tone) {
        return switch (tone) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case STRONG -> AttributedStyle.BOLD;
            case FAINT -> AttributedStyle.DEFAULT.faint();
            case GOOD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case BAD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
            case ACTIVE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
        };
    }

    @Override
    public Optional<Character> key(Duration atMost) {
        try {
            int read = terminal.jline().reader().read(atMost.toMillis());
            if (read == END || read == CTRL_C) {
                return Optional.of(QUIT);
            }
            return read < 0 ? Optional.empty() : Optional.of((char) read);
        } catch (IOException e) {
            return Optional.of(QUIT); // the terminal is gone
        }
    }

    /** Gives the terminal back as it was; once. */
    private synchronized void leave() {
        if (!isLeft) {
            isLeft = true;
            terminal.write(terminal.code(Capability.cursor_normal) + terminal.code(Capability.exit_ca_mode));
            terminal.jline().setAttributes(before);
        }
    }

    @Override
    public void close() {
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the JVM is ending: the hook does the rest
        }
        terminal.close();
    }
}
