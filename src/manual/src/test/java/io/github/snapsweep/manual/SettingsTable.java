package io.github.snapsweep.manual;

import io.github.snapsweep.config.Catalogue;
import io.github.snapsweep.config.Setting;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All settings in one short table: those that the same goals take stand together. */
final class SettingsTable {

    private final List<GoalText> goals;

    SettingsTable(List<GoalText> goals) {
        this.goals = goals;
    }

    /** Its lines, as Markdown. */
    String markdown() {
        Map<Set<String>, Set<String>> names = new LinkedHashMap<>();
        for (Setting<?> setting : Catalogue.all()) {
            names.computeIfAbsent(takers(setting), takers -> new LinkedHashSet<>())
                    .add(cell(setting));
        }
        return names.entrySet().stream()
                .map(entry -> "| " + heading(entry.getKey()) + " | " + String.join(", ", entry.getValue()) + " |\n")
                .collect(Collectors.joining("", "| of | settings, with their defaults |\n|---|---|\n", ""));
    }

    /** The goals that take a setting. */
    Set<String> takers(Setting<?> setting) {
        Set<String> takers = goals.stream()
                .filter(goal ->
                        goal.fields().stream().anyMatch(field -> field.key().equals(setting.key())))
                .map(GoalText::fullName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return takers.isEmpty() ? Set.of("slurm:submit") : takers; // what only <snapshot> in slurm's goals can say
    }

    private String heading(Set<String> takers) {
        String prefix = takers.iterator().next().replaceFirst(":.*", ":");
        Set<String> all = goals.stream()
                .map(GoalText::fullName)
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
        return all.equals(takers)
                ? "all goals of `" + prefix + "`"
                : takers.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String cell(Setting<?> setting) {
        String preset = setting.preset()
                .filter(text -> !text.isEmpty() && !isOfTheMachine(setting))
                .orElse("");
        return "`" + setting.key() + "`" + (preset.isEmpty() ? "" : " " + preset);
    }

    /** Whether the default is another one on each machine. */
    static boolean isOfTheMachine(Setting<?> setting) {
        return setting.key().equals("slurm.parallelism");
    }
}
