package io.github.snapsweep.config;

import static io.github.snapsweep.slurm.SbatchOption.CPUS_PER_GPU;
import static io.github.snapsweep.slurm.SbatchOption.CPUS_PER_TASK;
import static io.github.snapsweep.slurm.SbatchOption.GPUS_PER_NODE;
import static io.github.snapsweep.slurm.SbatchOption.GPUS_PER_TASK;
import static io.github.snapsweep.slurm.SbatchOption.GRES;
import static io.github.snapsweep.slurm.SbatchOption.MEM_GB;
import static io.github.snapsweep.slurm.SbatchOption.MEM_PER_CPU;
import static io.github.snapsweep.slurm.SbatchOption.MEM_PER_GPU;
import static io.github.snapsweep.slurm.SbatchOption.TIMEOUT_MIN;

import io.github.snapsweep.problem.SettingProblems;
import io.github.snapsweep.slurm.SbatchOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for settings that are good each by itself and make no sense together. */
final class Contradictions {

    private static final List<List<SbatchOption>> APART = List.of(
            List.of(MEM_GB, MEM_PER_CPU),
            List.of(MEM_GB, MEM_PER_GPU),
            List.of(MEM_PER_CPU, MEM_PER_GPU),
            List.of(CPUS_PER_TASK, CPUS_PER_GPU));

    private static final List<SbatchOption> PER_GPU = List.of(CPUS_PER_GPU, MEM_PER_GPU);

    private final Values values;
    private final Faults faults;

    Contradictions(Values values, Faults faults) {
        this.values = values;
        this.faults = faults;
    }

    void look(SnapshotSettings snapshot, SlurmSettings slurm) {
        APART.forEach(pair -> apart(setting(pair.get(0)), setting(pair.get(1))));
        if (!asksForGpus(slurm.job())) {
            PER_GPU.forEach(option -> needsGpus(setting(option)));
        }
        signalDelay(slurm.job());
        if (!snapshot.run().enabled()) {
            List.of(SlurmCatalogue.BUILD, SlurmCatalogue.CARRY, SlurmCatalogue.ISOLATION)
                    .forEach(this::needsSnapshot);
        }
        isolation(slurm);
        buildOn(slurm);
    }

    private void needsSnapshot(Setting<?> setting) {
        origin(setting)
                .ifPresent(at ->
                        faults.add(SettingProblems.needsSnapshot(at, setting.key(), SnapshotCatalogue.ENABLED.key())));
    }

    /** A copy on one node's disk is no good to processes on another. */
    private void isolation(SlurmSettings slurm) {
        boolean manyNodes = slurm.surroundings().useSrun()
                && !slurm.job().options().getOrDefault(SbatchOption.NODES, "1").equals("1");
        if (manyNodes && slurm.preparation().isolation() == Isolation.TASK) {
            origin(SlurmCatalogue.ISOLATION)
                    .ifPresent(at -> faults.add(SettingProblems.isolatedOnManyNodes(
                            at,
                            SlurmCatalogue.ISOLATION.key(),
                            setting(SbatchOption.NODES).key())));
        }
    }

    /** What is a module is known from the classes, which are not there yet. */
    private void buildOn(SlurmSettings slurm) {
        boolean later = slurm.preparation().builds() && slurm.preparation().buildOn() == BuildPlace.SLURM;
        boolean module = slurm.programs().given().stream()
                .map(Located::value)
                .anyMatch(program -> program instanceof Program.MainClass main
                        && main.javaModule().isPresent());
        if (later && module) {
            origin(SlurmCatalogue.BUILD_ON)
                    .ifPresent(at -> faults.add(SettingProblems.moduleOfALaterBuild(
                            at, SlurmCatalogue.BUILD_ON.key(), SlurmCatalogue.MAIN_CLASS.key())));
        }
    }

    private void apart(Setting<?> first, Setting<?> second) {
        origin(first)
                .ifPresent(early -> origin(second)
                        .ifPresent(late -> faults.add(SettingProblems.apart(first.key(), early, second.key(), late))));
    }

    private static boolean asksForGpus(SlurmSettings.Job job) {
        return Stream.of(GPUS_PER_NODE, GPUS_PER_TASK, GRES).anyMatch(job.options()::containsKey)
                || job.additionalParameters().keySet().stream().anyMatch(name -> name.matches("-{0,2}(gpus|gres).*"));
    }

    private void needsGpus(Setting<?> setting) {
        origin(setting)
                .ifPresent(at -> faults.add(SettingProblems.needs(
                        at,
                        setting.key(),
                        setting(GPUS_PER_NODE).key(),
                        setting(GPUS_PER_TASK).key())));
    }

    /** The default is not held against anybody whose jobs are short, unless they are to be queued again by it. */
    private void signalDelay(SlurmSettings.Job job) {
        String minutes = job.options().getOrDefault(TIMEOUT_MIN, "");
        Duration delay = job.ending().signalDelay();
        if (minutes.isEmpty() || delay.compareTo(Duration.ofMinutes(Long.parseLong(minutes))) < 0) {
            return;
        }
        origin(SlurmCatalogue.SIGNAL_DELAY_S)
                .or(() -> job.ending().maxNumTimeout() > 0 ? origin(SlurmCatalogue.MAX_NUM_TIMEOUT) : Optional.empty())
                .ifPresent(at -> faults.add(SettingProblems.signalTooEarly(
                        at,
                        SlurmCatalogue.SIGNAL_DELAY_S.key(),
                        delay.toSeconds(),
                        setting(TIMEOUT_MIN).key(),
                        minutes)));
    }

    private Optional<String> origin(Setting<?> setting) {
        return values.given(setting).map(raw -> raw.origin().text());
    }

    private static Setting<?> setting(SbatchOption option) {
        return Optional.ofNullable(SlurmCatalogue.options().get(option)).orElseThrow();
    }
}
