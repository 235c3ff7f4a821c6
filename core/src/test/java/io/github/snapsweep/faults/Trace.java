package io.github.snapsweep.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strace(1) wrote down of several threads. */
final class Trace {

    private static final String INTERRUPTED = " <unfinished ...>";
    private static final Pattern BEGUN = Pattern.compile("(?<thread>\\d+) .*" + Pattern.quote(INTERRUPTED));
    private static final Pattern RESUMED = Pattern.compile("(?<thread>\\d+) +<\\.\\.\\. \\S+ resumed>(?<rest>.*)");

    private Trace() {}

    /** The lines of a trace, a call on each; its file has the bytes of names as they are. */
    static List<String> calls(Path trace) throws IOException {
        return whole(Files.readAllLines(trace, StandardCharsets.ISO_8859_1));
    }

    /**
     * The same with a call on one line, where it ended: strace breaks off the line of a call that has not returned when
     * another thread makes one. One that never returned stays broken off, at the end.
     */
    static List<String> whole(List<String> lines) {
        Map<String, String> begun = new HashMap<>();
        List<String> whole = new ArrayList<>();
        for (String line : lines) {
            Matcher interrupted = BEGUN.matcher(line);
            Matcher resumed = RESUMED.matcher(line);
            if (interrupted.matches()) {
                begun.put(interrupted.group("thread"), line);
            } else if (resumed.matches() && begun.containsKey(resumed.group("thread"))) {
                String beginning = begun.remove(resumed.group("thread"));
                whole.add(beginning.substring(0, beginning.length() - INTERRUPTED.length()) + resumed.group("rest"));
            } else {
                whole.add(line);
            }
        }
        whole.addAll(begun.values());
        return whole;
    }
}
