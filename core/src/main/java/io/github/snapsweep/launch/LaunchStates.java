package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.slurm.JobId;
import io.github.snapsweep.slurm.SlurmClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what became of a launch's tasks: from their own marks first, then from the queue, then from the accounting
 * database. A question that was not answered is not an end.
 */
public final class LaunchStates {

    private final SlurmClient client;
    private final Host host;

    /** @param client asks Slurm, when the launch was sent there */
    public LaunchStates(SlurmClient client, Host host) {
        this.client = client;
        this.host = host;
    }

    /** For a project, on a machine. */
    public static LaunchStates of(Path project, LaunchRequest.Surroundings surroundings) {
        return new LaunchStates(
                new SlurmClient(surroundings.runner(), surroundings.host(), project), surroundings.host());
    }

    /** The states of all tasks of a launch, with one question to each source at most. */
    public LaunchStatus of(LaunchFolder folder) {
        return of(List.of(folder)).get(0);
    }

    /** The same for several launches, still with one question to each source. */
    public List<LaunchStatus> of(List<LaunchFolder> folders) {
        List<Known> known = new ArrayList<>();
        for (LaunchFolder folder : folders) {
            known.add(read(folder));
        }
        try {
            SlurmAnswers answers = ask(known);
            List<LaunchStatus> all = new ArrayList<>();
            for (Known launch : known) {
                all.add(status(launch, answers));
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.waitInterrupted(folders.get(0).id());
        }
    }

    /** Whether a launch without a record will never have one. */
    boolean isAbandoned(LaunchFolder folder) {
        return LaunchMaker.isGone(folder, host);
    }

    /** Whether Slurm is sure to know no job of a launch. */
    boolean hasNoJob(LaunchFolder folder) {
        try {
            return client.findByToken(JobArrays.token(folder))
                    .known()
                    .filter(Optional::isEmpty)
                    .isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Known read(LaunchFolder folder) {
        LaunchRecord launch = folder.read();
        try {
            boolean held = LaunchGuard.isHeld(folder);
            LaunchRecord current = new LostParts(client, folder).found(launch, held);
            Map<Integer, Part> places = current.places();
            return new Known(folder, current, held, places, TaskMarks.read(folder, places));
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(folder.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.waitInterrupted(folder.id());
        }
    }

    private LaunchStatus status(Known known, SlurmAnswers answers) {
        List<TaskStatus> tasks = new ArrayList<>(known.launch.tasks());
        try {
            TaskJudge judge = new TaskJudge(
                    known.folder, known.launch, known.places, answers, host, known.held, BuildMark.of(known.folder));
            for (int task : known.launch.numbers().values()) {
                tasks.add(judge.status(task, known.marks.of(task)));
            }
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(known.folder.path(), e);
        }
        if (known.places.values().stream().allMatch(part -> part.id().isEmpty())) {
            return new LaunchStatus(known.launch, tasks, ""); // nothing that Slurm could know
        }
        LastKnown last = new LastKnown(known.folder, host.clock());
        if (!answers.isQueueKnown()) {
            return last.fill(known.launch, tasks, answers.silence());
        }
        last.keep(tasks);
        return new LaunchStatus(known.launch, tasks, "");
    }

    /**
     * The queue is asked even when all tasks have ended: Slurm may have put one back into it. The accounting is asked about
     * those alone whose end nobody else tells.
     */
    private SlurmAnswers ask(List<Known> launches) throws InterruptedException {
        SlurmAnswers answers = new SlurmAnswers(client);
        Set<JobId> jobs = new LinkedHashSet<>();
        launches.forEach(
                launch -> launch.places.values().forEach(part -> part.id().ifPresent(jobs::add)));
        if (jobs.isEmpty()) {
            return answers;
        }
        answers.askQueue(jobs);
        Set<JobId> open = new LinkedHashSet<>();
        launches.forEach(launch -> launch.places.forEach((task, part) -> {
            if (!launch.isClear(task) && answers.queued(part.id(task)).isEmpty()) {
                part.id().ifPresent(open::add);
            }
        }));
        if (!open.isEmpty()) {
            answers.askAccounting(open);
        }
        return answers;
    }

    /** What a launch's own folder tells. */
    private record Known(
            LaunchFolder folder, LaunchRecord launch, boolean held, Map<Integer, Part> places, TaskMarks marks) {

        /** Whether a task has told its end itself, and nothing about it is open. */
        boolean isClear(int task) {
            return marks.of(task)
                    .filter(mark -> mark.isEnd() && !mark.wasToldToEnd())
                    .isPresent();
        }
    }
}
