package io.github.snapsweep.maven;

import io.github.snapsweep.problem.LaunchProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;

/**
 * The runtime class path of the project that Maven was run in. It is resolved when it is asked for, so that a launch that
 * needs no class resolves nothing.
 */
public final class RuntimeClasspath {

    private static final Set<String> SCOPES = Set.of("compile", "runtime");

    private final MavenSession session;
    private final ProjectDependenciesResolver resolver;

    public RuntimeClasspath(MavenSession session, ProjectDependenciesResolver resolver) {
        this.session = session;
        this.resolver = resolver;
    }

    /** The class folder, then the dependencies, in Maven's order. */
    public List<Path> entries() {
        MavenProject project = session.getCurrentProject();
        if (project.getFile() == null) {
            throw LaunchProblems.noProject();
        }
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        new StaleClasses(classes)
                .refuse(project.getCompileSourceRoots().stream().map(Path::of).toList());
        List<Path> entries = new ArrayList<>();
        entries.add(classes);
        DependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> node.getDependency() == null
                || SCOPES.contains(node.getDependency().getScope()));
        try {
            for (Dependency dependency : resolver.resolve(request).getResolvedDependencies()) {
                if (SCOPES.contains(dependency.getScope())) {
                    entries.add(dependency.getArtifact().getFile().toPath());
                }
            }
        } catch (DependencyResolutionException e) {
            throw LaunchProblems.dependencies(e);
        }
        return entries;
    }
}
