package io.github.snapsweep.maven;

import io.github.snapsweep.config.ClasspathScope;
import io.github.snapsweep.config.Program;
import io.github.snapsweep.launch.ProjectClasspath;
import io.github.snapsweep.problem.LaunchProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.graph.Dependency;

/**
 * The class path of a class of the project, or of one of the modules that are built with it. It is resolved when it is asked
 * for, so that a launch that needs no class resolves nothing.
 */
public final class ResolvedClasspath implements ProjectClasspath {

    private static final Set<String> RUNTIME = Set.of("compile", "runtime");
    private static final Set<String> TEST = Set.of("compile", "runtime", "provided", "system", "test");

    private final MavenSession session;
    private final ProjectDependenciesResolver resolver;

    public ResolvedClasspath(MavenSession session, ProjectDependenciesResolver resolver) {
        this.session = session;
        this.resolver = resolver;
    }

    /** The module's class folders, then the dependencies, in Maven's order; of other modules their class folders. */
    @Override
    public List<Path> entries(Program.MainClass main, boolean built) {
        MavenProject root = session.getCurrentProject();
        if (root.getFile() == null) {
            throw LaunchProblems.noProject();
        }
        ReactorModules modules = new ReactorModules(root.getBasedir().toPath(), session.getAllProjects());
        MavenProject module = modules.of(main);
        List<Path> entries = new ArrayList<>(own(module, main.scope(), built));
        for (Dependency dependency : dependencies(module, modules, main.scope())) {
            modules.find(dependency.getArtifact())
                    .filter(other -> !built)
                    .ifPresent(other -> refuseStale(other, false));
            entries.add(dependency.getArtifact().getFile().toPath());
        }
        return entries;
    }

    private static List<Path> own(MavenProject module, ClasspathScope scope, boolean built) {
        boolean tests = scope == ClasspathScope.TEST;
        if (!built) {
            refuseStale(module, tests);
        }
        Stream<String> folders = Stream.of(
                        Optional.of(module.getBuild().getTestOutputDirectory()).filter(folder -> tests),
                        Optional.of(module.getBuild().getOutputDirectory()))
                .flatMap(Optional::stream);
        return folders.map(Path::of).toList();
    }

    private static void refuseStale(MavenProject module, boolean tests) {
        new StaleClasses(Path.of(module.getBuild().getOutputDirectory()))
                .refuse(module.getBasedir().toPath(), module.getCompileSourceRoots(), module.getResources());
        if (tests) {
            new StaleClasses(Path.of(module.getBuild().getTestOutputDirectory()))
                    .refuse(
                            module.getBasedir().toPath(),
                            module.getTestCompileSourceRoots(),
                            module.getTestResources());
        }
    }

    private List<Dependency> dependencies(MavenProject module, ReactorModules modules, ClasspathScope scope) {
        Set<String> scopes = scope == ClasspathScope.TEST ? TEST : RUNTIME;
        DefaultRepositorySystemSession local = new DefaultRepositorySystemSession(session.getRepositorySession());
        local.setWorkspaceReader(new ModuleClasses(modules, Optional.ofNullable(local.getWorkspaceReader())));
        DependencyResolutionRequest request = new DefaultDependencyResolutionRequest(module, local);
        request.setResolutionFilter((node, parents) -> node.getDependency() == null
                || scopes.contains(node.getDependency().getScope()));
        try {
            return resolver.resolve(request).getResolvedDependencies().stream()
                    .filter(dependency -> scopes.contains(dependency.getScope()))
                    .toList();
        } catch (DependencyResolutionException e) {
            throw LaunchProblems.dependencies(e);
        }
    }
}
