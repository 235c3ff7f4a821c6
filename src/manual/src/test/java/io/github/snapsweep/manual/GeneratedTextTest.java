package io.github.snapsweep.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program writes of README and manual says what the goals say; with {@code -Dmanual.write} it is written first. */
class GeneratedTextTest {

    private static final String COMMAND =
            "mvn test -Dmanual.write -Dtest=GeneratedTextTest -Dsurefire.failIfNoSpecifiedTests=false";
    private static final String BEGIN = "<!-- settings, by " + COMMAND + " -->\n";
    private static final String END = "<!-- end of settings -->\n";

    private final List<GoalText> goals = Descriptors.goals();

    @Test
    void readmeHasATableOfAllSettings() {
        String readme = Project.read(Project.README);
        assertThat(readme).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
        String before = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
        String behind = readme.substring(readme.indexOf(END));

        isInStep(Project.README, before + "\n" + new SettingsTable(goals).markdown() + "\n" + behind);
    }

    @Test
    void theManualHasAPageOfAllGoalsAndSettings() {
        isInStep(Project.page("settings"), new SettingsPage(goals).markdown());
    }

    @Test
    void theManualHasAPageOfEveryFieldOfEveryResultFile() {
        isInStep(Project.page("result-files"), new ResultPage(goals).markdown());
    }

    @ParameterizedTest
    @MethodSource("results")
    void aResultHasNoFieldThatEachFileBeginsWith(Class<?> result) {
        assertThat(fields(result)).doesNotContainAnyElementsOf(fields(ResultPage.head()));
    }

    static Stream<Class<?>> results() {
        return Descriptors.goals().stream().<Class<?>>map(ResultPage::result).distinct();
    }

    private static List<String> fields(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static void isInStep(Path file, String expected) {
        if (System.getProperty("manual.write") != null) {
            Project.write(file, expected);
        }
        assertThat(Project.read(file))
                .as("%s does not say what the goals say. To bring it in step:%n  %s%n", file.getFileName(), COMMAND)
                .isEqualTo(expected);
    }
}
