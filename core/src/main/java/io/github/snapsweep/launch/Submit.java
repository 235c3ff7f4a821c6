package io.github.snapsweep.launch;

import io.github.snapsweep.config.CleanupAfterJob;
import io.github.snapsweep.config.ExecutorChoice;
import io.github.snapsweep.config.Program;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.SlurmClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes a launch: everything that can be wrong with what is asked for is looked at before anything is made. */
public final class Submit {

    private final LaunchRequest request;
    private final SlurmSettings settings;
    private final Progress progress;

    public Submit(LaunchRequest request) {
        this.request = request;
        this.settings = request.configuration().slurm();
        this.progress = request.surroundings().progress();
    }

    /**
     * Submits the launch; on this machine, runs it to its end.
     *
     * @throws Problem when it cannot be made, or a task failed on this machine
     */
    public LaunchRecord run() {
        Program program = settings.requireProgram();
        Tasks tasks = Tasks.of(settings.sweep(), request.project());
        Executor executor = executor();
        executor.requireReady();
        List<Path> classpath = classpath(program);
        try {
            if (settings.run().dryRun()) {
                return new DryRun(request, executor).show(program, tasks);
            }
            WorktreeVariant variant = WorktreeVariant.of(settings, request.project());
            cleanUpEarlier();
            LaunchRecord made =
                    new Launching(request, new LaunchPlan(program, tasks, executor, classpath, variant)).run();
            if (settings.chosen().awaited() && executor.kind() == ExecutorKind.SLURM) {
                Wait.of(request.project(), made.launch(), settings.chosen().waitAtMost(), request.surroundings())
                        .forAll();
            }
            return made;
        } catch (IOException e) {
            throw LaunchProblems.folderFailed(request.project(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.interruptedEarly(request.launchName());
        }
    }

    /** What no job has cleaned up, where Slurm took none. */
    private void cleanUpEarlier() {
        if (request.configuration().snapshot().worktree().cleanup() != CleanupAfterJob.NOTHING) {
            new LaunchCleanup(request.project(), request.surroundings()).afterAll();
        }
    }

    private List<Path> classpath(Program program) {
        if (!(program instanceof Program.MainClass main)) {
            return List.of();
        }
        boolean built = settings.preparation().builds();
        List<Path> entries = request.classpath().entries(main, built);
        if (!built) {
            FrozenClasspath.requireClass(main.className(), entries);
        }
        return entries;
    }

    private Executor executor() {
        LaunchRequest.Surroundings machine = request.surroundings();
        SlurmClient client = new SlurmClient(machine.runner(), machine.host(), request.project());
        ExecutorChoice choice = settings.executor().choice();
        boolean slurm = choice == ExecutorChoice.SLURM || (choice == ExecutorChoice.AUTO && client.isInstalled());
        if (choice == ExecutorChoice.AUTO) {
            progress.info(
                    slurm
                            ? "executor: slurm (sbatch is on the PATH; -Dslurm.executor=local runs here)"
                            : "executor: local (there is no sbatch on the PATH)");
        }
        return Executors.of(slurm ? ExecutorKind.SLURM : ExecutorKind.LOCAL, settings, request.project(), machine);
    }
}
