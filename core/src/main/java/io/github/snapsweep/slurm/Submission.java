package io.github.snapsweep.slurm;

import io.github.snapsweep.problem.SlurmProblems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An array to submit.
 *
 * @param label its name and token
 * @param array its tasks
 * @param logs where their output goes
 * @param script what they run
 * @param options what they ask of the cluster
 * @param signal the warning before the time limit, as {@code --signal} takes it: {@code B:USR2@120}
 * @param dependency what must come first, as {@code --dependency} takes it; added to the options' own
 */
public record Submission(
        JobLabel label,
        ArrayRange array,
        JobLogs logs,
        BatchScript script,
        JobOptions options,
        Optional<String> signal,
        Optional<String> dependency) {

    private static final String DEPENDENCY = "--dependency";

    /** A submission that asks for nothing more. */
    public static Submission of(JobLabel label, ArrayRange array, JobLogs logs, BatchScript script) {
        return new Submission(label, array, logs, script, JobOptions.none(), Optional.empty(), Optional.empty());
    }

    /** The same with these options. */
    public Submission with(JobOptions asked) {
        return new Submission(label, array, logs, script, asked, signal, dependency);
    }

    /** The same with a warning signal, {@code B:USR2@120} say. */
    public Submission signalled(String warning) {
        return new Submission(label, array, logs, script, options, Optional.of(warning), dependency);
    }

    /** The same, to start only after what is named: {@code afterany:123}. */
    public Submission after(String other) {
        return new Submission(label, array, logs, script, options, signal, Optional.of(other));
    }

    /**
     * The command, word by word.
     *
     * @throws io.github.snapsweep.problem.Problem when a value cannot stand on it
     */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add("sbatch");
        flags().values().forEach(flag -> words.add(flag.word()));
        words.addAll(script.words());
        words.stream().filter(SbatchFlag::hasControlCharacter).findFirst().ifPresent(word -> {
            throw SlurmProblems.controlCharacter("sbatch", word);
        });
        return words;
    }

    /** The clusters that the options name, with commas: the job goes to one of them. */
    public Optional<String> askedClusters() {
        return Optional.ofNullable(options.byOption().get("--clusters")).flatMap(SbatchFlag::value);
    }

    /** Where the job may end up: the clusters that the options name, or this machine's own. */
    List<Optional<String>> clusters() {
        SbatchFlag asked = options.byOption().get("--clusters");
        return asked == null
                ? List.of(Optional.empty())
                : asked.value().stream()
                        .flatMap(names -> Stream.of(names.split(",")))
                        .map(Optional::of)
                        .toList();
    }

    private Map<String, SbatchFlag> flags() {
        Map<String, SbatchFlag> flags = new LinkedHashMap<>();
        fixed().forEach(flag -> flags.put(flag.option(), flag));
        signal.ifPresent(text -> flags.put("--signal", SbatchFlag.of("--signal", text)));
        flags.putAll(options.byOption());
        dependency.ifPresent(other -> flags.merge(DEPENDENCY, SbatchFlag.of(DEPENDENCY, other), Submission::both));
        return flags;
    }

    /** What a launch relies on; none of it can be changed by an option. */
    private List<SbatchFlag> fixed() {
        List<SbatchFlag> flags = new ArrayList<>();
        flags.add(SbatchFlag.bare("--parsable"));
        flags.add(SbatchFlag.of("--job-name", label.name()));
        flags.add(SbatchFlag.of("--comment", label.commentText()));
        flags.add(SbatchFlag.of("--array", array.text()));
        flags.addAll(logs.flags());
        flags.add(SbatchFlag.of("--open-mode", "append"));
        flags.add(SbatchFlag.bare("--requeue"));
        flags.add(SbatchFlag.of("--chdir", script.directory().toString()));
        return flags;
    }

    /** sbatch(1): a list is either "all of" (commas) or "any of" (question marks), never a mixture. */
    private static SbatchFlag both(SbatchFlag asked, SbatchFlag ours) {
        String wish = asked.value().orElse("");
        if (wish.contains("?")) {
            throw SlurmProblems.alternativeDependency(wish);
        }
        return SbatchFlag.of(DEPENDENCY, wish + "," + ours.value().orElse(""));
    }
}
