package io.github.snapsweep.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.config.Catalogue;
import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Setting;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help says all of every goal and of every setting: it is made from what the goals' fields say of themselves. */
class GoalDocumentationTest {

    /** Settings of snapshots that mean something to launches alone, and the field of slurm's goals that has them. */
    private static final Set<String> OF_LAUNCHES = Set.of("snapshot.enabled", "snapshot.onSnapshotFailure");

    private static final String SNAPSHOTS_OF_LAUNCHES = "slurm.snapshot";

    @TempDir
    Path project;

    static Stream<GoalText> goals() {
        return Descriptors.goals().stream();
    }

    /** Each field once, with the goal that it was found in first. */
    static Stream<FieldText> fields() {
        return goals()
                .flatMap(goal -> goal.fields().stream())
                .collect(Collectors.toMap(FieldText::key, field -> field, (first, again) -> first))
                .values()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("goals")
    void everyGoalSaysWhatItDoes(GoalText goal) {
        assertThat(goal.description()).as(goal.fullName()).matches("[A-Z].*\\.");
    }

    @ParameterizedTest
    @MethodSource("goals")
    void readmeNamesEveryGoal(GoalText goal) {
        assertThat(Project.read(Project.README)).contains("`" + goal.fullName() + "`");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldSaysItsMeaningItsDefaultAndHowToSetIt(FieldText field) {
        assertThat(field.meaning()).as(field.key()).matches("[A-Z].*\\.");
        assertThat(field.preset()).as("'Default: ...' of " + field.key()).isPresent();
        assertThat(field.pom()).as("'In a POM' of " + field.key()).isPresent();
        assertThat(field.pom().orElseThrow())
                .startsWith("<" + field.name() + ">")
                .endsWith("</" + field.name() + ">");
        assertThat(field.commandLine())
                .as("'On the command line' of " + field.key())
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theDefaultIsTheOneThatHolds(FieldText field) {
        Optional<String> preset = setting(field.key())
                .filter(setting -> !SettingsTable.isOfTheMachine(setting))
                .flatMap(Setting::preset)
                .filter(text -> !text.isEmpty());

        preset.ifPresent(text -> assertThat(field.preset()).as(field.key()).contains("`" + text + "`"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theExampleOfTheCommandLineIsAccepted(FieldText field) throws IOException {
        Files.writeString(project.resolve("alpha.yaml"), "clusters: {alpha: {}}\n");
        Files.writeString(Files.createDirectory(project.resolve("sweeps")).resolve("wide.txt"), "lr=0.1\n");
        String[] example =
                field.commandLine().orElseThrow().substring("-D".length()).split("=", 2);
        String value = example[1].replaceAll("^\"|\"$", "");

        Map<String, String> commandLine = new HashMap<>(Map.of("slurm.config", "alpha.yaml"));
        commandLine.put(example[0], value);

        assertThat(faults(commandLine))
                .as(field.key())
                .doesNotContain("no such setting", " takes ", "no cluster", "no file");
        assertThat(example[0])
                .as("the setting of the example")
                .matches("(?:" + field.key() + "|" + field.name() + ")(?:\\.[A-Za-z_.-]+)?|snapshot\\..*");
    }

    @Test
    void everySettingHasAFieldAndEveryFieldIsASetting() {
        List<String> settings = Catalogue.all().stream()
                .map(Setting::key)
                .filter(key -> !OF_LAUNCHES.contains(key))
                .toList();
        List<String> fields = fields().map(FieldText::key)
                .filter(key -> !key.equals(SNAPSHOTS_OF_LAUNCHES))
                .toList();

        assertThat(fields).containsExactlyInAnyOrderElementsOf(settings);
    }

    @Test
    void whatOnlyLaunchesSayOfSnapshotsIsSaidThere() {
        String meaning = fields().filter(field -> field.key().equals(SNAPSHOTS_OF_LAUNCHES))
                .findFirst()
                .orElseThrow()
                .meaning();

        assertThat(meaning)
                .contains(OF_LAUNCHES.stream()
                        .map(key -> "`" + key.substring(key.indexOf('.') + 1) + "`")
                        .toList());
    }

    private static Optional<Setting<?>> setting(String key) {
        return Catalogue.all().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    private String faults(Map<String, String> commandLine) {
        try {
            Configuration.read(new Sources(Map.of(), commandLine, project, "slurm"));
            return "";
        } catch (Problem e) {
            return e.getMessage();
        }
    }
}
