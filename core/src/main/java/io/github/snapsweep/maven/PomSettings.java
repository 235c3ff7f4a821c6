package io.github.snapsweep.maven;

import io.github.snapsweep.config.PomPlace;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the POM says for a goal: the values of its fields that are set, and the elements that no goal of the plugin knows
 * (Maven before 3.9 passes over those in silence).
 */
record PomSettings(
        Goal goal, MojoExecution execution, @Nullable MavenProject project) {

    private static final String SNAPSHOT = "snapshot";
    private static final String SNAPSHOT_PLUGIN = "snapshot-maven-plugin";

    Map<String, Object> read() {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Class<?> type = goal.getClass(); type != Goal.class && type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = Modifier.isStatic(field.getModifiers()) ? null : value(field);
                if (value != null) {
                    settings.put(field.getName(), value);
                }
            }
        }
        others().forEach(settings::putIfAbsent);
        snapshots().ifPresent(own -> settings.merge(SNAPSHOT, own, PomSettings::over));
        return settings;
    }

    /**
     * What the POM says for the snapshot plugin: it holds for the snapshots of the other plugin's goals too, under what
     * those say of snapshots themselves.
     */
    private Optional<Map<?, ?>> snapshots() {
        return snapshotBlock()
                .map(block -> tree(new XmlPlexusConfiguration(block)))
                .filter(Map.class::isInstance)
                .map(tree -> (Map<?, ?>) tree);
    }

    private Optional<Xpp3Dom> snapshotBlock() {
        Plugin plugin = project == null || execution.getArtifactId().equals(SNAPSHOT_PLUGIN)
                ? null
                : project.getPlugin(execution.getGroupId() + ":" + SNAPSHOT_PLUGIN);
        return Optional.ofNullable(plugin)
                .map(Plugin::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
    }

    private static Object over(Object explicit, Object general) {
        if (!(explicit instanceof Map<?, ?> first && general instanceof Map<?, ?> second)) {
            return explicit;
        }
        Map<Object, Object> merged = new LinkedHashMap<>(second);
        merged.putAll(first);
        return merged;
    }

    private @Nullable Object value(Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(goal);
            if (value instanceof PlexusConfiguration configuration) {
                return tree(configuration);
            }
            boolean set = value instanceof String
                    || (value instanceof Collection<?> list && !list.isEmpty())
                    || (value instanceof Map<?, ?> map && !map.isEmpty());
            return set ? value : null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " is a goal's own field", e);
        }
    }

    /** Elements of one name are a list, elements of different names a map, none is a text. */
    private static @Nullable Object tree(PlexusConfiguration configuration) {
        PlexusConfiguration[] children = configuration.getChildren();
        if (children.length == 0) {
            return configuration.getValue(null);
        }
        Set<String> names =
                Stream.of(children).map(PlexusConfiguration::getName).collect(Collectors.toSet());
        if (names.size() == 1 && children.length > 1) {
            List<Object> list = new ArrayList<>();
            Stream.of(children).map(PomSettings::tree).forEach(list::add);
            return list;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        Stream.of(children).forEach(child -> map.put(child.getName(), tree(child)));
        return map;
    }

    /** Where the elements stand, as far as Maven tells. */
    Map<String, PomPlace> places() {
        if (project == null) {
            return Map.of();
        }
        PomPlaces places = new PomPlaces(project);
        snapshotBlock().ifPresent(block -> places.add(block, SNAPSHOT + "/"));
        Stream.ofNullable(ownPlugin()).flatMap(this::blocks).forEach(block -> places.add(block, ""));
        return places.byElement();
    }

    /** The elements that this goal has no field for. */
    private Map<String, Object> others() {
        Plugin plugin = ownPlugin();
        Map<String, Object> others = new LinkedHashMap<>();
        if (plugin != null) {
            Set<String> known = execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                    .flatMap(mojo -> mojo.getParameters() == null
                            ? Stream.of()
                            : mojo.getParameters().stream().map(Parameter::getName))
                    .collect(Collectors.toSet());
            blocks(plugin).flatMap(block -> Stream.of(block.getChildren())).forEach(child -> {
                if (!known.contains(child.getName())) {
                    others.put(child.getName(), "");
                } else if (goal.readsSettingsOfAllGoals()) {
                    Object value = tree(new XmlPlexusConfiguration(child));
                    if (value != null) {
                        others.put(child.getName(), value);
                    }
                }
            });
        }
        return others;
    }

    private @Nullable Plugin ownPlugin() {
        return project == null ? null : project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
    }

    /** What is configured for all goals, and then for this execution. */
    private Stream<Xpp3Dom> blocks(Plugin plugin) {
        return Stream.concat(
                        Stream.of(plugin.getConfiguration()).filter(block -> block != null),
                        plugin.getExecutions().stream()
                                .filter(each -> each.getId().equals(execution.getExecutionId()))
                                .map(PluginExecution::getConfiguration)
                                .filter(block -> block != null))
                .map(Xpp3Dom.class::cast);
    }
}
