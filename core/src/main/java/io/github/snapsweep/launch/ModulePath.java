package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A class path, parted for a program that is a Java module: what the module needs, services too, is on the module path, all
 * else stays on the class path.
 *
 * @param modules in their order
 * @param others in their order
 */
record ModulePath(List<Path> modules, List<Path> others) {

    ModulePath {
        modules = List.copyOf(modules);
        others = List.copyOf(others);
    }

    /**
     * Parts entries that are there.
     *
     * @throws io.github.snapsweep.problem.Problem when the module, or one that it needs, is not among them
     */
    static ModulePath of(String module, List<Path> entries) {
        try {
            Set<Path> needed = Configuration.empty()
                    .resolveAndBind(
                            ModuleFinder.compose(
                                    ModuleFinder.of(entries.toArray(Path[]::new)), ModuleFinder.ofSystem()),
                            ModuleFinder.of(),
                            Set.of(module))
                    .modules()
                    .stream()
                    .map(ResolvedModule::reference)
                    .flatMap(reference -> reference.location().stream())
                    .filter(location -> "file".equals(location.getScheme()))
                    .map(ModulePath::path)
                    .collect(Collectors.toSet());
            return new ModulePath(
                    entries.stream().filter(needed::contains).toList(),
                    entries.stream().filter(entry -> !needed.contains(entry)).toList());
        } catch (FindException | ResolutionException e) {
            throw LaunchProblems.noJavaModule(module, e);
        }
    }

    private static Path path(URI location) {
        return Path.of(location);
    }
}
