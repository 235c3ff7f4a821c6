package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the settings, gathered until all of it is known. */
final class Faults {

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    /** The ear for one setting's values. */
    Refusals of(Setting<?> setting) {
        return (raw, reason) -> add(SettingProblems.refused(
                raw.origin().text(), reason, setting.key(), setting.kind().accepts()));
    }

    /**
     * Lets good settings pass.
     *
     * @throws io.github.snapsweep.problem.Problem when there was any fault: all of them
     */
    void stop() {
        if (!sentences.isEmpty()) {
            List<String> all = new ArrayList<>(sentences);
            throw SettingProblems.unusable(all);
        }
    }
}
