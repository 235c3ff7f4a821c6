package io.github.snapsweep.maven;

import io.github.snapsweep.config.ClasspathScope;
import io.github.snapsweep.config.Program;
import io.github.snapsweep.problem.LaunchProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;

/**
 * The modules that Maven was run for.
 *
 * @param root the folder that it was run in
 * @param all by their folders
 */
record ReactorModules(Path root, List<MavenProject> all) {

    ReactorModules {
        all = all.stream()
                .sorted(Comparator.comparing(MavenProject::getBasedir))
                .toList();
    }

    /**
     * The module that a class is run of: the one that is named; the only one there is; else the only one that has the class,
     * compiled or as a source.
     *
     * @throws io.github.snapsweep.problem.Problem when there is none, or more than one
     */
    MavenProject of(Program.MainClass main) {
        if (main.module().isPresent()) {
            return named(main.module().get());
        }
        if (all.size() == 1) {
            return all.get(0);
        }
        List<MavenProject> with =
                all.stream().filter(module -> has(module, main)).toList();
        if (with.isEmpty()) {
            throw LaunchProblems.noModuleHasClass(main.className(), names(all));
        }
        if (with.size() > 1) {
            throw LaunchProblems.severalModulesHaveClass(main.className(), names(with));
        }
        return with.get(0);
    }

    /** The module that makes an artifact, if one does. */
    Optional<MavenProject> find(Artifact artifact) {
        return all.stream()
                .filter(module -> module.getGroupId().equals(artifact.getGroupId())
                        && module.getArtifactId().equals(artifact.getArtifactId())
                        && module.getVersion().equals(artifact.getBaseVersion()))
                .findFirst();
    }

    private MavenProject named(String name) {
        Path folder = root.resolve(name).normalize();
        return all.stream()
                .filter(module -> module.getArtifactId().equals(name)
                        || name.equals(":" + module.getArtifactId())
                        || module.getBasedir().toPath().equals(folder))
                .findFirst()
                .orElseThrow(() -> LaunchProblems.noModule(name, names(all)));
    }

    private static boolean has(MavenProject module, Program.MainClass main) {
        String file = main.className().replace('.', '/');
        boolean tests = main.scope() == ClasspathScope.TEST;
        return Files.exists(Path.of(module.getBuild().getOutputDirectory(), file + ".class"))
                || hasSource(module.getCompileSourceRoots(), file)
                || (tests
                        && (Files.exists(Path.of(module.getBuild().getTestOutputDirectory(), file + ".class"))
                                || hasSource(module.getTestCompileSourceRoots(), file)));
    }

    private static boolean hasSource(List<String> roots, String file) {
        return roots.stream().anyMatch(root -> Files.exists(Path.of(root, file + ".java")));
    }

    private static List<String> names(List<MavenProject> modules) {
        return modules.stream().map(MavenProject::getArtifactId).toList();
    }
}
