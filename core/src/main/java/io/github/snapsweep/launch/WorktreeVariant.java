package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.snapshot.CarriedFiles;
import io.github.snapsweep.snapshot.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What a launch's worktree is to hold beside its commit. Launches share a worktree only when it is the same.
 *
 * @param name a word for it; empty when it is nothing
 * @param carried the files that are brought there from the user's tree
 */
record WorktreeVariant(String name, Optional<CarriedFiles> carried) {

    private static final int DIGITS = 8;

    /**
     * The variant that settings ask for.
     *
     * @throws io.github.snapsweep.problem.Problem when something that is to be carried cannot be
     */
    static WorktreeVariant of(SlurmSettings settings, Path project) {
        SlurmSettings.Preparation preparation = settings.preparation();
        if (!preparation.builds() && preparation.carry().isEmpty()) {
            return new WorktreeVariant("", Optional.empty());
        }
        Optional<CarriedFiles> carried = preparation.carry().isEmpty()
                ? Optional.empty()
                : Optional.of(new CarriedFiles(project, preparation.carry()));
        MessageDigest digest = Sha256.begun();
        add(digest, carried.map(CarriedFiles::key).orElse(""));
        add(digest, project.toString()); // a build runs in the project's folder
        if (preparation.builds()) {
            add(digest, preparation.build().toString());
            add(digest, settings.surroundings().setup().toString());
            add(digest, settings.surroundings().env().toString());
        }
        return new WorktreeVariant(Sha256.of(digest).substring(0, DIGITS), carried);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
    }
}
