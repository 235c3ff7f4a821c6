package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.Submit;
import io.github.snapsweep.maven.ResolvedClasspath;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.jspecify.annotations.Nullable;

/** Freezes the code on disk as a snapshot, gives it a worktree, and runs a parameter sweep of it from there: as a Slurm job array, or on this machine. You go on editing; the tasks never notice. */
@Mojo(name = "submit", requiresProject = false, aggregator = true, threadSafe = true)
public final class SubmitGoal extends TaskGoal {

    private final ProjectDependenciesResolver resolver;

    @Inject
    SubmitGoal(ProjectDependenciesResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Whether the goal waits until the tasks have ended, and fails when one of them did not end well; on this machine it always
     * does. Default: {@code false}.
     *
     * <p>In a POM: {@code <wait>true</wait>}
     * <br>On the command line: {@code -Dslurm.wait=true}
     */
    @Parameter(property = "slurm.wait")
    @Nullable
    String wait;

    /**
     * How many minutes are waited at most; to stop waiting ends no task. Default: for as long as it takes.
     *
     * <p>In a POM: {@code <waitMin>600</waitMin>}
     * <br>On the command line: {@code -Dslurm.waitMin=600}
     */
    @Parameter(property = "slurm.waitMin")
    @Nullable
    String waitMin;

    @Override
    protected Object run(Configuration configuration) {
        return new Submit(new LaunchRequest(
                        projectFolder(),
                        projectName(),
                        configuration,
                        new ResolvedClasspath(session(), resolver),
                        surroundings()))
                .run();
    }
}
