package io.github.snapsweep.faults;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.launch.Doctor;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.Retry;
import io.github.snapsweep.launch.SnapshotGoals;
import io.github.snapsweep.launch.SnapshotPruning;
import io.github.snapsweep.launch.Submit;
import io.github.snapsweep.problem.FileFailures;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.SystemCommandRunner;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goals do, without a Maven around it: by hand, or as {@code Deed NAME PROJECT [KEY=VALUE...]} in a process of its own. */
enum Deed {
    CREATE("snapshot"),
    WORKTREE("snapshot"),
    PRUNE("snapshot"),
    DOCTOR("snapshot"),
    SUBMIT("slurm"),
    RETRY("slurm");

    /** What a process of its own says before it begins. */
    static final String READY = "ready";

    private final String prefix;

    Deed(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Does it.
     *
     * @return what came of it
     * @throws Problem when it cannot be done, as the user is told
     */
    Object in(Path project, Map<String, String> properties, Host host, Consumer<String> said) {
        Configuration settings = Configuration.read(new Sources(Map.of(), properties, project, prefix));
        LaunchRequest.Surroundings surroundings = surroundings(host, said);
        SnapshotGoals snapshots = new SnapshotGoals(project, settings.snapshot(), surroundings);
        return switch (this) {
            case CREATE -> snapshots.create();
            case WORKTREE -> snapshots.worktree();
            case PRUNE -> new SnapshotPruning(project, settings.snapshot(), surroundings).prune();
            case DOCTOR -> new Doctor(project, settings.snapshot(), surroundings).examine();
            case SUBMIT ->
                new Submit(new LaunchRequest(project, "sim", settings, (main, built) -> List.of(), surroundings)).run();
            case RETRY -> new Retry(project, settings, properties, surroundings).run();
        };
    }

    /** The machine, whose programs are those of the host's own PATH: Java looks into that of its process. */
    static LaunchRequest.Surroundings surroundings(Host host, Consumer<String> said) {
        CommandRunner runner = command -> new SystemCommandRunner().run(found(command, host));
        return new LaunchRequest.Surroundings(host, runner, new ShownProgress(said, said, StepDisplay.NONE));
    }

    private static Command found(Command command, Host host) {
        List<String> words = new ArrayList<>(command.words());
        host.program(words.get(0)).ifPresent(program -> words.set(0, program.toString()));
        return new Command(words, command.directory(), command.environment(), command.timeLimit());
    }

    /** The words that name it on the command line of its own process. */
    List<String> words(Path project, Map<String, String> properties) {
        return Stream.concat(
                        Stream.of(Deed.class.getName(), name(), project.toString()),
                        properties.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()))
                .toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static void main(String[] words) {
        Map<String, String> properties = Stream.of(words)
                .skip(2)
                .collect(Collectors.toMap(
                        word -> word.substring(0, word.indexOf('=')), word -> word.substring(word.indexOf('=') + 1)));
        System.out.println(READY);
        try {
            FileFailures.inWords(() ->
                    Deed.valueOf(words[0]).in(Path.of(words[1]), properties, Host.current(), System.out::println));
        } catch (Problem e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
