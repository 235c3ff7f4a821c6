package io.github.snapsweep.maven;

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
        unknown().forEach(name -> settings.put(name, ""));
        snapshots().ifPresent(own -> settings.merge(SNAPSHOT, own, PomSettings::over));
        return settings;
    }

    /**
     * What the POM says for the snapshot plugin: it holds for the snapshots of the other plugin's goals too, under what
     * those say of snapshots themselves.
     */
    private Optional<Map<?, ?>> snapshots() {
        Plugin plugin = project == null ? null : project.getPlugin(execution.getGroupId() + ":" + SNAPSHOT_PLUGIN);
        return plugin == null
                        || execution.getArtifactId().equals(SNAPSHOT_PLUGIN)
                        || !(plugin.getConfiguration() instanceof Xpp3Dom block)
                        || !(tree(new XmlPlexusConfiguration(block)) instanceof Map<?, ?> map)
                ? Optional.empty()
                : Optional.of(map);
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

    private Set<String> unknown() {
        if (project == null) {
            return Set.of();
        }
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        if (plugin == null) {
            return Set.of();
        }
        Set<String> known = execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                .flatMap(mojo -> mojo.getParameters() == null
                        ? Stream.of()
                        : mojo.getParameters().stream().map(Parameter::getName))
                .collect(Collectors.toSet());
        Stream<Object> blocks = Stream.concat(
                Stream.of(plugin.getConfiguration()).filter(block -> block != null),
                plugin.getExecutions().stream()
                        .filter(each -> each.getId().equals(execution.getExecutionId()))
                        .map(PluginExecution::getConfiguration)
                        .filter(block -> block != null));
        return blocks.flatMap(block -> Stream.of(((Xpp3Dom) block).getChildren()))
                .map(Xpp3Dom::getName)
                .filter(name -> !known.contains(name))
                .collect(Collectors.toSet());
    }
}
