package io.github.snapsweep.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer of the kernel that is a failure, by strace(1): what a program asks for is not done, and it is told so.
 *
 * @param call the system call
 * @param which the how manieth one of a thread
 * @param error the failure, see errno(3)
 * @param seen the call, as it was seen when it did not fail
 */
record Injection(String call, int which, String error, String seen) {

    /** What network file systems, quotas, and limits answer, call by call. */
    private static final Map<String, List<String>> ERRORS = Map.ofEntries(
            Map.entry("openat", List.of("ESTALE", "EIO", "EACCES", "EDQUOT", "EMFILE", "EINTR")),
            Map.entry("pread64", List.of("ESTALE", "EIO")),
            Map.entry("read", List.of("ESTALE", "EIO")),
            Map.entry("write", List.of("ESTALE", "EIO", "EDQUOT", "ENOSPC", "EINTR")),
            Map.entry("rename", List.of("ESTALE", "EIO", "EACCES", "EDQUOT", "EBUSY")),
            Map.entry("unlink", List.of("ESTALE", "EIO", "EACCES", "EBUSY")),
            Map.entry("rmdir", List.of("ESTALE", "EIO", "ENOTEMPTY", "EBUSY")),
            Map.entry("mkdir", List.of("ESTALE", "EIO", "EACCES", "EDQUOT", "EMLINK")),
            Map.entry("link", List.of("EOPNOTSUPP", "EPERM", "EMLINK", "EIO")),
            Map.entry("symlink", List.of("EOPNOTSUPP", "EPERM", "EDQUOT", "EIO")),
            Map.entry("fsync", List.of("ESTALE", "EIO", "EDQUOT", "EINTR")),
            Map.entry("chmod", List.of("EPERM", "EOPNOTSUPP", "EIO")),
            Map.entry("fcntl", List.of("ENOLCK", "EIO")),
            Map.entry("getdents64", List.of("ESTALE", "EIO")));

    private static final Pattern CALL = Pattern.compile("(\\d+) +(?<call>[a-z0-9]+)\\((?<rest>.*)");

    /** All system calls that can be answered so. */
    static Set<String> calls() {
        return ERRORS.keySet();
    }

    /** Each call on a path below a folder that a trace shows, with each of its failures. */
    static List<Injection> possible(List<String> trace, String folder) {
        Map<String, Integer> counts = new HashMap<>();
        List<Injection> all = new ArrayList<>();
        for (String line : trace) {
            Matcher matcher = CALL.matcher(line);
            if (matcher.matches() && ERRORS.containsKey(matcher.group("call"))) {
                String call = matcher.group("call");
                int count = counts.merge(matcher.group(1) + call, 1, Integer::sum);
                if (isBelow(line, folder) && !isLockElsewhere(call, line)) {
                    ERRORS.get(call).forEach(error -> all.add(new Injection(call, count, error, line)));
                }
            }
        }
        return all;
    }

    /** Whether a call is about something in a folder, not only made by a process that stands there. */
    private static boolean isBelow(String line, String folder) {
        return line.replaceAll("AT_FDCWD<[^>]*>", "").contains(folder);
    }

    /** Of fcntl(2), what takes locks alone. */
    private static boolean isLockElsewhere(String call, String line) {
        return call.equals("fcntl") && !line.contains("F_SETLK");
    }

    /** What strace is told. */
    String expression() {
        return "inject=" + call + ":error=" + error + ":when=" + which;
    }

    /** Whether it was done, by a trace, to paths below a folder alone: a Java that cannot read its classes tells nothing. */
    static boolean isIn(List<String> trace, String folder) {
        List<String> done =
                trace.stream().filter(line -> line.contains("(INJECTED)")).toList();
        return !done.isEmpty() && done.stream().allMatch(line -> isBelow(line, folder));
    }
}
