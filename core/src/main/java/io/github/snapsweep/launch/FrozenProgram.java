package io.github.snapsweep.launch;

import io.github.snapsweep.config.Isolation;
import io.github.snapsweep.config.Program;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The program of a launch as its tasks run it: built, where it is to be built, and frozen. */
final class FrozenProgram {

    private final LaunchPlan plan;
    private final SlurmSettings settings;
    private final LaunchFiles files;
    private final LaunchBuild build;
    private final LaunchFolder folder;

    FrozenProgram(LaunchRequest request, LaunchPlan plan, LaunchFolder folder, LaunchFiles files) {
        this.plan = plan;
        this.settings = request.configuration().slurm();
        this.files = files;
        this.folder = folder;
        this.build = new LaunchBuild(folder, request.surroundings());
    }

    /**
     * Builds and freezes it.
     *
     * @param inWorktree where in the worktree a file of the user's tree is
     * @return the command's words
     * @throws io.github.snapsweep.problem.Problem when the build fails, or there is no worktree to build in
     */
    List<String> freeze(LaunchRecord.Code code, UnaryOperator<Path> inWorktree)
            throws IOException, InterruptedException {
        requireWorktree(code);
        if (!settings.preparation().builds()) {
            return files.program(plan.program(), plan.classpath(), new FrozenClasspath(folder));
        }
        List<Path> entries = plan.classpath().stream().map(inWorktree).toList();
        return waitsForBuild() ? freezeLater(code, entries) : buildAndFreeze(code, entries);
    }

    /** Whether the tasks wait for a job that builds. */
    boolean waitsForBuild() {
        return settings.preparation().builds()
                && LaunchBuild.isAJob(settings.preparation(), plan.executor().kind());
    }

    private List<String> buildAndFreeze(LaunchRecord.Code code, List<Path> entries)
            throws IOException, InterruptedException {
        build.write(settings, code, Map.of());
        build.run(code.directory());
        if (plan.program() instanceof Program.MainClass main) {
            FrozenClasspath.requireClass(main.className(), entries);
        }
        return files.program(plan.program(), entries, new FrozenClasspath(folder));
    }

    private List<String> freezeLater(LaunchRecord.Code code, List<Path> entries) throws IOException {
        FrozenClasspath classpath = new FrozenClasspath(folder, Optional.of(code.worktree()));
        List<String> words = files.program(plan.program(), entries, classpath);
        build.write(settings, code, classpath.awaited());
        return words;
    }

    /** It was refused before where the settings say so; here no snapshot could be taken, and the live files run. */
    private void requireWorktree(LaunchRecord.Code code) {
        boolean needed =
                settings.preparation().builds() || settings.preparation().isolation() == Isolation.TASK;
        if (needed && code.commit() == null) {
            throw LaunchProblems.noWorktree();
        }
    }
}
