package io.github.snapsweep.maven;

import io.github.snapsweep.config.PomPlace;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Where the elements of a plugin's configuration stand: in which file, on which line, in which profile. */
final class PomPlaces {

    private final MavenProject project;
    private final Map<Location, String> profiles = new HashMap<>();
    private final Map<String, PomPlace> places = new HashMap<>();

    PomPlaces(MavenProject project) {
        this.project = project;
        for (MavenProject each = project; each != null; each = each.getParent()) {
            if (each.getOriginalModel() != null) {
                each.getOriginalModel().getProfiles().forEach(this::add);
            }
        }
    }

    /** By the path of an element: {@code partition}, {@code env/SEED}. */
    Map<String, PomPlace> byElement() {
        return Map.copyOf(places);
    }

    /** Adds the elements of a configuration, over those before it; their paths begin with a prefix. */
    void add(Xpp3Dom block, String prefix) {
        for (Xpp3Dom element : block.getChildren()) {
            String path = prefix + element.getName();
            Location.of(element)
                    .ifPresent(location -> places.put(
                            path, new PomPlace(file(location), Optional.ofNullable(profiles.get(location)))));
            add(element, path + "/");
        }
    }

    private void add(Profile profile) {
        if (profile.getBuild() == null) {
            return;
        }
        Stream.of(profile.getBuild(), profile.getBuild().getPluginManagement())
                .filter(container -> container != null)
                .map(PluginContainer.class::cast)
                .flatMap(container -> container.getPlugins().stream())
                .flatMap(PomPlaces::configurations)
                .forEach(block -> addProfile(profile.getId(), block));
    }

    private static Stream<Xpp3Dom> configurations(Plugin plugin) {
        return Stream.concat(
                        Stream.of(plugin.getConfiguration()),
                        plugin.getExecutions().stream().map(PluginExecution::getConfiguration))
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
    }

    private void addProfile(String name, Xpp3Dom element) {
        Location.of(element).ifPresent(location -> profiles.put(location, name));
        Stream.of(element.getChildren()).forEach(child -> addProfile(name, child));
    }

    private String file(Location location) {
        Path there = Path.of(location.file());
        boolean inReach = project.getBasedir() != null && there.isAbsolute();
        return (inReach ? project.getBasedir().toPath().relativize(there) : there) + ":" + location.line();
    }

    /**
     * A place in a POM. Maven 3 and Maven 4 have a class each for it, with the same methods.
     *
     * @param file the POM's path
     * @param line from 1
     * @param column from 1
     */
    private record Location(String file, int line, int column) {

        /** None where Maven doesn't tell, as for what a plugin adds to a model. */
        static Optional<Location> of(Xpp3Dom element) {
            Object location = element.getInputLocation();
            Object source = location == null ? null : get(location, "getSource");
            if (source == null || !(get(source, "getLocation") instanceof String file)) {
                return Optional.empty();
            }
            return get(location, "getLineNumber") instanceof Integer line
                            && get(location, "getColumnNumber") instanceof Integer column
                    ? Optional.of(new Location(path(file), line, column))
                    : Optional.empty();
        }

        /** Maven 4 writes a URI. */
        private static String path(String file) {
            return file.startsWith("file:") ? Path.of(URI.create(file)).toString() : file;
        }

        private static @Nullable Object get(Object object, String getter) {
            try {
                return object.getClass().getMethod(getter).invoke(object);
            } catch (ReflectiveOperationException e) {
                return null; // a Maven that has it otherwise: messages do without the line
            }
        }
    }
}
