package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.GitProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The user's own {@code git}, with his configuration, in the root of the work tree. It asks no question, and takes no
 * lock that it could do without.
 */
public final class UserGit {

    /** What a repository of any size needs; it is there for a git that hangs. */
    private static final Duration LIMIT = Duration.ofHours(2);

    private static final Set<String> PLACES = Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE");

    private final GitRepository repository;
    private final CommandRunner runner;
    private final Host host;

    public UserGit(GitRepository repository, CommandRunner runner, Host host) {
        this.repository = repository;
        this.runner = runner;
        this.host = host;
    }

    /** The same git in another repository. */
    UserGit in(GitRepository other) {
        return new UserGit(other, runner, host);
    }

    /**
     * Runs git and gives its answer, whatever its exit status.
     *
     * @param variables what its environment has beside the user's
     * @throws Problem when there is no git, or it cannot be run to its end
     */
    Answer ask(Map<String, String> variables, List<String> words) {
        Path git = host.program("git").orElseThrow(GitProblems::missing);
        List<String> all = new ArrayList<>(List.of(git.toString(), "--no-pager"));
        all.addAll(words);
        Command command = new Command(all, repository.workTree(), environment(variables), LIMIT);
        try {
            Answer answer = runner.run(command);
            if (answer.timedOut()) {
                throw GitProblems.failed(command.line(), "no end within " + LIMIT.toHours() + " h", answer.err());
            }
            return answer;
        } catch (IOException e) {
            throw GitProblems.notStarted(command.line(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GitProblems.notStarted(command.line(), e);
        }
    }

    /**
     * What git prints.
     *
     * @throws Problem when it cannot be run, or fails
     */
    String answer(Map<String, String> variables, List<String> words) {
        Answer answer = ask(variables, words);
        if (!answer.succeeded()) {
            throw GitProblems.failed(answer.command().line(), "exit status " + answer.exit(), answer.err());
        }
        return answer.out();
    }

    /** Where the environment says where the repository is, it may say so relative to another folder. */
    private Map<String, String> environment(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("GIT_TERMINAL_PROMPT", "0");
        all.put("GIT_OPTIONAL_LOCKS", "0");
        if (PLACES.stream().anyMatch(host.environment()::containsKey)) {
            all.put("GIT_DIR", repository.gitDirectory().toString());
            all.put("GIT_WORK_TREE", repository.workTree().toString());
            all.put(
                    "GIT_INDEX_FILE",
                    repository.jgit().getIndexFile().toPath().toAbsolutePath().toString());
        }
        all.putAll(variables);
        return host.environmentWith(all);
    }
}
