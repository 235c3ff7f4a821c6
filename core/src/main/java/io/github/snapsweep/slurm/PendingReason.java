package io.github.snapsweep.slurm;

import java.util.LinkedHashMap;
import java.util.Map;

/** Why a job waits, in words: squeue(1), "JOB REASON CODES", and scontrol's. */
public final class PendingReason {

    private static final Map<String, String> WORDS = words();

    private PendingReason() {}

    /** In words, with Slurm's own behind them for those who look it up; a reason that is not known as it is. */
    public static String inWords(String reason) {
        String plain = reason.strip();
        if (plain.isEmpty() || plain.equals("None")) {
            return "";
        }
        return WORDS.entrySet().stream()
                .filter(entry -> plain.equals(entry.getKey())
                        || (entry.getKey().endsWith("*")
                                && plain.startsWith(entry.getKey()
                                        .substring(0, entry.getKey().length() - 1))))
                .findFirst()
                .map(entry -> entry.getValue() + " (" + plain + ")")
                .orElse(plain);
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>(); // the first that fits counts
        words.put("Priority", "others are ahead of it");
        words.put("Resources", "waits for nodes to become free");
        words.put("JobArrayTaskLimit", "as many as arrayParallelism allows run already");
        words.put(
                "DependencyNeverSatisfied", "will never start: what it waits for failed; mvn slurm:cancel removes it");
        words.put("Dependency", "waits for another job to end");
        words.put("BeginTime", "put back, or not to start before its time");
        words.put("JobHeldUser", "held: scontrol release starts it");
        words.put("JobHeldAdmin", "held by an administrator");
        words.put("launch failed requeued held", "could not be started on its node and is held: scontrol release");
        words.put("JobHoldMaxRequeue", "was put back too often and is held");
        words.put("PartitionDown", "its partition is down");
        words.put("PartitionInactive", "its partition takes no jobs now");
        words.put("PartitionTimeLimit", "will never start: timeoutMin is above the partition's limit");
        words.put("PartitionNodeLimit", "will never start: more nodes than the partition has or allows");
        words.put("PartitionConfig", "will never start so: more than the partition has or allows");
        words.put("BadConstraints", "will never start: no node has what it asks for");
        words.put("ReqNodeNotAvail*", "nodes that it asks for are down, drained or reserved");
        words.put("NodeDown", "a node that it asks for is down");
        words.put("Reservation*", "waits for its reservation to begin");
        words.put("Licenses", "waits for a licence");
        words.put("Cleaning", "is cleaned up after its last run");
        words.put("Prolog", "its node is being prepared");
        words.put("InvalidAccount", "will never start: its account is not valid");
        words.put("InvalidQOS", "will never start: its QOS is not valid");
        words.put("AccountingPolicy", "a limit of your account");
        words.put("QOSMaxJobs*", "as many of yours run as your QOS allows");
        words.put("QOSGrp*", "all users of your QOS together are at its limit");
        words.put("QOSMaxWall*", "will never start: timeoutMin is above the limit of your QOS");
        words.put("QOS*", "a limit of your QOS");
        words.put("MaxJobsPer*", "as many of yours run as your account allows");
        words.put("AssocMaxWall*", "will never start: timeoutMin is above the limit of your account");
        words.put("AssocMaxJobs*", "as many of yours run as your account allows");
        words.put("AssocGrp*", "all users of your account together are at its limit");
        words.put("Assoc*", "a limit of your account");
        words.put("MaxCpuPer*", "as many CPUs as you may use are in use");
        words.put("MaxMemPer*", "as much memory as you may use is in use");
        words.put("FrontEndDown", "the machine that starts it is down");
        words.put("SystemFailure", "Slurm, a file system or the network failed");
        return words;
    }
}
