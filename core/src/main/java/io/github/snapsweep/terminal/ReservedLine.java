package io.github.snapsweep.terminal;

import io.github.snapsweep.progress.StepView;
import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/** The last line of the screen, taken out of what scrolls for as long as this is open; given back even when the JVM ends. */
final class ReservedLine implements AutoCloseable {

    private static final int FEWEST_ROWS = 4;
    private static final int FEWEST_COLUMNS = 12;

    private final SystemTerminal terminal;
    private final Thread atExit = new Thread(this::giveBack, "progress bar");
    private Size size;
    private boolean isReserved;
    private boolean isGivenBack;
    private String drawn = "";

    private ReservedLine(SystemTerminal terminal) {
        this.terminal = terminal;
        this.size = terminal.jline().getSize();
    }

    /** @throws IOException when the terminal cannot do it */
    static ReservedLine open() throws IOException {
        SystemTerminal terminal = SystemTerminal.open();
        if (!terminal.has(
                Capability.change_scroll_region,
                Capability.save_cursor,
                Capability.restore_cursor,
                Capability.cursor_address,
                Capability.cursor_up,
                Capability.clr_eol,
                Capability.clr_eos)) {
            terminal.close();
            throw new IOException("no part of the screen can be kept from scrolling");
        }
        ReservedLine line = new ReservedLine(terminal);
        Runtime.getRuntime().addShutdownHook(line.atExit);
        return line;
    }

    /** Draws a step; false when the screen is too small. */
    synchronized boolean draw(StepView step, boolean colours) {
        if (isGivenBack) {
            return true; // the JVM is ending, and this is the last that anybody hears of it
        }
        if (terminal.wasResized()) {
            size = terminal.jline().getSize();
            release();
        }
        if (size.getRows() < FEWEST_ROWS || size.getColumns() < FEWEST_COLUMNS) {
            return false;
        }
        Glyphs glyphs = Glyphs.ofLocale(System.getenv());
        String text = styled(BarLine.of(step, size.getColumns() - 1, glyphs), colours);
        if (!isReserved) {
            reserve();
        }
        if (!text.equals(drawn)) {
            terminal.write(inLastLine(text));
            drawn = text;
        }
        return true;
    }

    private String styled(BarLine line, boolean colours) {
        if (!colours) {
            return line.text();
        }
        return new AttributedStringBuilder()
                .append(line.before())
                .styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN), line.done())
                .styled(AttributedStyle.DEFAULT.faint(), line.open())
                .append(line.after())
                .toAnsi(terminal.jline());
    }

    /** Makes room below the cursor, which may be in the last line itself, and lets nothing but what is above it scroll. */
    private void reserve() {
        terminal.write("\n" + terminal.code(Capability.cursor_up) + scrolling(size.getRows() - 2));
        isReserved = true;
    }

    private synchronized void giveBack() {
        isGivenBack = true;
        release();
    }

    /** The bar is below the cursor, wherever a new size of the screen has put it, and nothing else is. */
    private void release() {
        if (isReserved) {
            terminal.write(terminal.code(Capability.clr_eos) + scrolling(size.getRows() - 1));
            isReserved = false;
            drawn = "";
        }
    }

    private String scrolling(int last) {
        return keepingCursor(terminal.code(Capability.change_scroll_region, 0, last));
    }

    private String inLastLine(String text) {
        return keepingCursor(terminal.code(Capability.cursor_address, size.getRows() - 1, 0)
                + text
                + terminal.code(Capability.clr_eol));
    }

    private String keepingCursor(String codes) {
        return terminal.code(Capability.save_cursor) + codes + terminal.code(Capability.restore_cursor);
    }

    @Override
    public void close() {
        giveBack();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the JVM is ending: the hook does the rest
        }
        Thread closing = new Thread(terminal::close, "terminal"); // it starts programs: nobody need wait for them
        closing.setDaemon(true);
        closing.start();
    }
}
