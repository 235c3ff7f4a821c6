package io.github.snapsweep.maven;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the modules of the build with what they have compiled: Maven itself looks for a module that was not packaged by
 * the same command in the local repository, where an old one may be. What the same command has packaged is taken.
 */
final class ModuleClasses implements WorkspaceReader {

    private final ReactorModules modules;
    private final Optional<WorkspaceReader> next;
    private final WorkspaceRepository repository;

    /** @param next who is asked about everything else */
    ModuleClasses(ReactorModules modules, Optional<WorkspaceReader> next) {
        this.modules = modules;
        this.next = next;
        this.repository = new WorkspaceRepository("snapsweep", this);
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        return modules.find(artifact)
                .flatMap(module -> file(module, artifact))
                .or(() -> next.map(reader -> reader.findArtifact(artifact)))
                .orElse(null);
    }

    private static Optional<File> file(MavenProject module, Artifact artifact) {
        if (artifact.getExtension().equals("pom")) {
            return Optional.ofNullable(module.getFile());
        }
        return switch (artifact.getClassifier()) {
            case "" ->
                Optional.ofNullable(module.getArtifact())
                        .map(org.apache.maven.artifact.Artifact::getFile)
                        .or(() -> Optional.of(new File(module.getBuild().getOutputDirectory())));
            case "tests" -> Optional.of(new File(module.getBuild().getTestOutputDirectory()));
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return modules.find(artifact)
                .map(module -> List.of(module.getVersion()))
                .or(() -> next.map(reader -> reader.findVersions(artifact)))
                .orElseGet(List::of);
    }
}
