package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.SystemCommandRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit leaves unread of git's configuration: conditional includes, and what the environment sets, see git-config(1),
 * "CONDITIONAL INCLUDES" and "ENVIRONMENT". Where there is any of it, git itself is asked: it may decide what is ignored,
 * and how files are filtered.
 */
final class GitConfiguration {

    private static final List<String> VARIABLES =
            List.of("GIT_CONFIG_GLOBAL", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS");
    private static final List<String> PLACES = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private GitConfiguration() {}

    /**
     * Completes a configuration, in memory only.
     *
     * @param folder a folder of the repository
     * @param told whether the environment says where the repository is
     * @throws io.github.snapsweep.problem.Problem when git is needed and cannot be asked
     */
    static void complete(Config config, Path folder, boolean told) {
        if (isLeftUnread(config)) {
            values(list(folder, told)).forEach((key, values) -> set(config, key, values));
        }
    }

    private static boolean isLeftUnread(Config config) {
        return !config.getSubsections("includeIf").isEmpty()
                || VARIABLES.stream()
                        .anyMatch(name -> SystemReader.getInstance().getenv(name) != null);
    }

    private static String list(Path folder, boolean told) {
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        if (!told) {
            environment.keySet().removeAll(PLACES);
        }
        try {
            Command command = new Command(List.of("git", "config", "--list", "-z"), folder, environment, LIMIT);
            Answer answer = new SystemCommandRunner().run(command);
            if (!answer.succeeded()) {
                throw SnapshotProblems.configurationNeedsGit(
                        folder, answer.err().strip());
            }
            return answer.out();
        } catch (IOException e) {
            throw SnapshotProblems.configurationNeedsGit(folder, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SnapshotProblems.configurationNeedsGit(folder, "interrupted");
        }
    }

    /** Each key with its values, later ones last; one without a value is a switch that is on. */
    private static Map<String, List<String>> values(String listed) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Stream.of(listed.split("\0")).filter(entry -> !entry.isEmpty()).forEach(entry -> {
            int end = entry.indexOf('\n');
            String key = end < 0 ? entry : entry.substring(0, end);
            values.computeIfAbsent(key, name -> new ArrayList<>()).add(end < 0 ? "true" : entry.substring(end + 1));
        });
        return values;
    }

    private static void set(Config config, String key, List<String> values) {
        int first = key.indexOf('.');
        int last = key.lastIndexOf('.');
        String subsection = first == last ? null : key.substring(first + 1, last);
        config.setStringList(key.substring(0, first), subsection, key.substring(last + 1), values);
    }
}
