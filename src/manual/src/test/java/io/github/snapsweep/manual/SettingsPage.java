package io.github.snapsweep.manual;

import io.github.snapsweep.config.Catalogue;
import io.github.snapsweep.config.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The manual's page of all goals and settings. */
final class SettingsPage {

    private static final String OPENING = """
            <!-- Written by a program: mvn test -Dmanual.write -->

            # Goals and settings

            All of it as `mvn slurm:help -Ddetail` and `mvn snapshot:help -Ddetail` show it, and what each setting takes.
            A setting is an element of the plugin's `<configuration>`, a key of `snapsweep.yaml` in either spelling, or a
            `-D`; the later of these wins. Those of `snapshot.` may stand in the YAML and in the POM of the `slurm` plugin
            too, in a section `snapshot`.

            ## Goals

            """;

    private final List<GoalText> goals;
    private final SettingsTable table;

    SettingsPage(List<GoalText> goals) {
        this.goals = goals;
        this.table = new SettingsTable(goals);
    }

    String markdown() {
        return OPENING
                + goals.stream()
                        .map(SettingsPage::row)
                        .collect(Collectors.joining("", "| goal | does |\n|---|---|\n", ""))
                + "\n## Settings\n\n"
                + Catalogue.all().stream().map(this::entry).collect(Collectors.joining("\n"));
    }

    private static String row(GoalText goal) {
        return "| `" + goal.fullName() + "` | " + escaped(goal.description()) + " |\n";
    }

    private String entry(Setting<?> setting) {
        Optional<FieldText> field = field(setting);
        return "### " + setting.key() + "\n\n"
                + escaped(field.map(FieldText::meaning).orElseGet(() -> fromCatalogue(setting))) + "\n\n"
                + "Takes " + escaped(setting.kind().accepts()) + ". In YAML: " + spellings(setting.name()) + ". Goals: "
                + table.takers(setting).stream().map(goal -> "`" + goal + "`").collect(Collectors.joining(", "))
                + ".\n\n"
                + "    " + pom(setting, field) + "\n"
                + "    " + commandLine(setting, field) + "\n";
    }

    private Optional<FieldText> field(Setting<?> setting) {
        return goals.stream()
                .flatMap(goal -> goal.fields().stream())
                .filter(field -> field.key().equals(setting.key()))
                .findFirst();
    }

    private static String fromCatalogue(Setting<?> setting) {
        String meaning = setting.meaning();
        return meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1) + ". Default: "
                + setting.preset().map(preset -> "`" + preset + "`").orElse("none") + ".";
    }

    private static String pom(Setting<?> setting, Optional<FieldText> field) {
        String name = setting.name();
        return field.flatMap(FieldText::pom)
                .orElseGet(() -> "<snapshot><" + name + ">...</" + name + "></snapshot>  (of the slurm plugin)");
    }

    private static String commandLine(Setting<?> setting, Optional<FieldText> field) {
        return field.flatMap(FieldText::commandLine).orElseGet(() -> "-D" + setting.key() + "=...");
    }

    private static String spellings(String name) {
        String snake = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return "`" + name + "`" + (snake.equals(name) ? "" : " or `" + snake + "`");
    }

    /** Outside of code, what Markdown or HTML would take for its own. */
    private static String escaped(String text) {
        String[] parts = text.split("`", -1);
        for (int part = 0; part < parts.length; part += 2) {
            parts[part] = parts[part].replace("<", "&lt;").replace("*", "\\*");
        }
        return String.join("`", parts).replace("|", "\\|");
    }
}
