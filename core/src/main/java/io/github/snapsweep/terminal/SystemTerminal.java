package io.github.snapsweep.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The terminal that this process runs in. It is spoken to by the programs that every Unix has, {@code stty} and
 * {@code infocmp}: native code would make newer JDKs warn. Signals stay whose they were: Ctrl-C ends Maven as ever.
 */
final class SystemTerminal implements AutoCloseable {

    private static final String RESIZED = "WINCH";

    private final Terminal terminal;
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out); // stays open
    private final @Nullable Object handler;
    private volatile boolean isResized;

    private SystemTerminal(Terminal terminal) {
        this.terminal = terminal;
        this.handler = Signals.register(RESIZED, () -> isResized = true);
    }

    /** @throws IOException when there is none that can be drawn on */
    static SystemTerminal open() throws IOException {
        try {
            return new SystemTerminal(TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                    .classLoader(SystemTerminal.class.getClassLoader())
                    .provider("exec")
                    .nativeSignals(false)
                    .dumb(false)
                    .graphemeCluster(false) // it would be found out by questions, whose answers eat what its user types
                    .build());
        } catch (IllegalStateException e) {
            throw new IOException(e);
        }
    }

    Terminal jline() {
        return terminal;
    }

    /** Whether it has been given another size since this was last asked. */
    boolean wasResized() {
        boolean was = isResized;
        isResized = false;
        return was;
    }

    boolean has(Capability... capabilities) {
        for (Capability capability : capabilities) {
            if (terminal.getStringCapability(capability) == null) {
                return false;
            }
        }
        return true;
    }

    /** What makes the terminal do something, to be written to it. */
    String code(Capability capability, Object... parameters) {
        String code = terminal.getStringCapability(capability);
        return code == null ? "" : Curses.tputs(code, parameters);
    }

    /** Writes in one piece: what others write stands before it or after it. */
    void write(String text) {
        try {
            out.write(text.getBytes(terminal.encoding() == null ? StandardCharsets.UTF_8 : terminal.encoding()));
        } catch (IOException e) {
            return; // the terminal is gone, and its user with it
        }
    }

    @Override
    public void close() {
        Signals.unregister(RESIZED, handler);
        try {
            terminal.close();
        } catch (IOException e) {
            return; // as above
        }
    }
}
