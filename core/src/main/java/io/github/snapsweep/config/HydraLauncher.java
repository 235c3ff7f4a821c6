package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The launcher block of a Hydra config, brought down to what is a setting here. */
final class HydraLauncher {

    /** The key that makes a file a Hydra config. */
    static final String HYDRA = "hydra";

    /** The block's key, below that. */
    static final String LAUNCHER = "launcher";

    /** Keys that only Hydra and Submitit have a use for. */
    static final Set<String> THEIRS = Set.of("defaults", "_target_", "submitit_folder", "python");

    private static final String INTERPOLATION = "${";
    private static final Pattern RESOLVED = Pattern.compile("\\$\\{(\\w+\\.|now:)[^}]*}");
    private static final String JOB_NAME = "${hydra.job.name}";

    private final Faults faults;

    HydraLauncher(Faults faults) {
        this.faults = faults;
    }

    /** The block without Hydra's own keys; the job's name, when it is Hydra's to give, is left to its default. */
    Raw.Entries settings(Raw.Entries block) {
        Map<String, Raw> settings = new LinkedHashMap<>();
        block.entries().forEach((key, raw) -> {
            if (!THEIRS.contains(key) && !raw.shown().equals(JOB_NAME)) {
                check(raw);
                settings.put(
                        key, key.equals("snapshot") && raw instanceof Raw.Entries section ? settings(section) : raw);
            }
        });
        return new Raw.Entries(settings, block.origin());
    }

    private void check(Raw raw) {
        if (raw instanceof Raw.Text text && text.text().startsWith(INTERPOLATION)) {
            faults.add(SettingProblems.interpolation(raw.origin().text(), text.text()));
        } else {
            checkInside(raw);
        }
    }

    /** Inside a text, and in a line of bash, only what bash would not understand itself. */
    private void checkInside(Raw raw) {
        if (raw instanceof Raw.Items list) {
            list.items().forEach(this::checkInside);
        } else if (raw instanceof Raw.Entries map) {
            map.entries().values().forEach(this::checkInside);
        } else if (raw instanceof Raw.Text text) {
            RESOLVED.matcher(text.text())
                    .results()
                    .forEach(found -> faults.add(
                            SettingProblems.interpolation(raw.origin().text(), found.group())));
        }
    }
}
