package io.github.snapsweep.launch;

import io.github.snapsweep.progress.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** The end of a log. */
final class LogTail {

    private static final int BLOCK = 1 << 16;
    private static final int LONGEST = 200;

    /** What moves the cursor or colours text, and what nobody can see. */
    private static final Pattern CONTROLS = Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]|\\p{Cc}");

    private LogTail() {}

    /**
     * Shows a log, or its last lines.
     *
     * @param lines how many; all, when empty
     */
    static void show(Path file, Optional<Integer> lines, Output output) throws IOException {
        if (lines.isEmpty()) {
            output.show(file);
            return;
        }
        long from = start(file, lines.get());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(from);
            OutputStream out = output.stream();
            Channels.newInputStream(channel).transferTo(out);
            out.flush();
        }
    }

    /** The last line that says something, as text for one line; empty when there is none. */
    static String lastLine(Path file) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(log.length(), BLOCK)];
            log.seek(log.length() - end.length);
            log.readFully(end);
            String text = new String(end, StandardCharsets.UTF_8);
            String last = text.lines()
                    .map(line -> CONTROLS.matcher(line).replaceAll("").strip())
                    .filter(line -> !line.isEmpty())
                    .reduce("", (before, line) -> line);
            return last.length() > LONGEST ? last.substring(0, LONGEST) + "..." : last;
        } catch (IOException e) {
            return ""; // gone meanwhile, or nobody may read it: to show the log says so
        }
    }

    /** Where the last lines begin: the file is read from its end, block by block. */
    private static long start(Path file, int lines) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long end = log.length();
            int found = 0;
            byte[] block = new byte[BLOCK];
            for (long at = end; at > 0; at -= BLOCK) {
                long from = Math.max(0, at - BLOCK);
                log.seek(from);
                log.readFully(block, 0, (int) (at - from));
                for (long place = at - 1; place >= from; place--) {
                    boolean lineEnds = block[(int) (place - from)] == '\n' && place < end - 1;
                    if (lineEnds && ++found == lines) {
                        return place + 1;
                    }
                }
            }
            return 0;
        }
    }
}
