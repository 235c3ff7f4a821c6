package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.AccountedTask;
import io.github.snapsweep.slurm.JobId;
import io.github.snapsweep.slurm.QueuedTask;
import io.github.snapsweep.slurm.Reply;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.TaskId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Slurm says of the jobs of a launch: all of them in one question to the queue, and one to the accounting. */
final class SlurmAnswers {

    private final SlurmClient client;
    private final Map<TaskId, QueuedTask> queued = new HashMap<>();
    private final Map<TaskId, AccountedTask> accounted = new HashMap<>();
    private String silence = "";

    SlurmAnswers(SlurmClient client) {
        this.client = client;
    }

    /** Asks the controller. */
    void askQueue(Collection<JobId> jobs) throws InterruptedException {
        Reply<List<QueuedTask>> reply = client.queue(jobs);
        reply.known().ifPresent(all -> all.forEach(task -> queued.put(task.task(), task)));
        if (reply instanceof Reply.Unavailable<List<QueuedTask>> none) {
            silence = none.reason();
        }
    }

    /** Asks the accounting database, which need not be there. */
    void askAccounting(Collection<JobId> jobs) throws InterruptedException {
        client.accounting(jobs).known().ifPresent(all -> all.forEach(task -> accounted.put(task.task(), task)));
    }

    /** Whether the controller answered, so that what it does not list is not there. */
    boolean isQueueKnown() {
        return silence.isEmpty();
    }

    /** Why it did not answer. */
    String silence() {
        return silence;
    }

    Optional<QueuedTask> queued(Optional<TaskId> id) {
        return id.map(queued::get);
    }

    Optional<AccountedTask> accounted(Optional<TaskId> id) {
        return id.map(accounted::get);
    }
}
