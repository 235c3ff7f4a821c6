package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.Submit;
import io.github.snapsweep.maven.RuntimeClasspath;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;

/** Freezes the code on disk as a snapshot, gives it a worktree, and runs a parameter sweep of it from there: as a Slurm job array, or on this machine. You go on editing; the tasks never notice. */
@Mojo(name = "submit", requiresProject = false, aggregator = true, threadSafe = true)
public final class SubmitGoal extends TaskGoal {

    private final ProjectDependenciesResolver resolver;

    @Inject
    SubmitGoal(ProjectDependenciesResolver resolver) {
        this.resolver = resolver;
    }

    private List<Path> runtimeClasspath() {
        return new RuntimeClasspath(session(), resolver).entries();
    }

    @Override
    protected Object run(Configuration configuration) {
        return new Submit(new LaunchRequest(
                        projectFolder(), projectName(), configuration, this::runtimeClasspath, surroundings()))
                .run();
    }
}
