package io.github.snapsweep.config;

import io.github.snapsweep.slurm.SbatchOption;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Makes a setting of each option of sbatch that has one. */
final class OptionSettings {

    private OptionSettings() {}

    static Map<SbatchOption, Setting<String>> define(Register register) {
        Map<SbatchOption, Setting<String>> settings = new EnumMap<>(SbatchOption.class);
        for (SbatchOption option : SbatchOption.values()) {
            settings.put(
                    option,
                    register.add(
                            option.setting(), kind(option), option.preset(), "sbatch's option " + option.option()));
        }
        return Collections.unmodifiableMap(settings);
    }

    private static Kind<String> kind(SbatchOption option) {
        return switch (option.kind()) {
            case TEXT -> Scalars.line();
            case COUNT -> Scalars.countText();
            case GIGABYTES -> Scalars.gigabytes();
            case FLAG_OR_TEXT -> Scalars.flagOrText();
        };
    }
}
