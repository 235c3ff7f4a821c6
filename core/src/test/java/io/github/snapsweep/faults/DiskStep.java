package io.github.snapsweep.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system call that changes something on disk, as strace(1) counts them: each kind for itself, in each thread.
 *
 * @param call the system call
 * @param which the how manieth one of a thread
 */
record DiskStep(String call, int which) implements Comparable<DiskStep> {

    /** What a deed may change on disk, in the words of strace. */
    static final String CALLS = "rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,"
            + "symlinkat,fsync,fdatasync,ftruncate,chmod,fchmod,fchmodat";

    private static final Pattern LINE = Pattern.compile("(\\d+) +([a-z0-9]+)\\(.*");

    /** Those that a trace shows below a folder, none twice. */
    static List<DiskStep> in(List<String> trace, String folder) {
        Map<String, Integer> counts = new HashMap<>();
        Set<DiskStep> steps = new TreeSet<>();
        for (String line : trace) {
            Matcher seen = LINE.matcher(line);
            if (seen.matches()) {
                int which = counts.merge(seen.group(1) + seen.group(2), 1, Integer::sum);
                if (line.contains(folder)) {
                    steps.add(new DiskStep(seen.group(2), which));
                }
            }
        }
        return List.copyOf(steps);
    }

    /** What strace is told: the process is killed instead of it. */
    String kill() {
        return "inject=" + call + ":signal=KILL:when=" + which;
    }

    @Override
    public int compareTo(DiskStep other) {
        int byCall = call.compareTo(other.call);
        return byCall == 0 ? Integer.compare(which, other.which) : byCall;
    }
}
