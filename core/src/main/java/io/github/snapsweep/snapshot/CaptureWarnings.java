package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.GitIndex;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;

/** What a capture holds that somebody might not expect. */
final class CaptureWarnings {

    private CaptureWarnings() {}

    static List<String> of(List<ScannedFile> files, GitIndex index) {
        List<String> warnings = new ArrayList<>();
        for (ScannedFile file : files) {
            int entry = file.entry();
            if (file.isUntracked() || file.id() == null || FileMode.GITLINK.equals(file.mode())) {
                continue;
            }
            String path = ByteText.readable(file.path());
            if (index.stage(entry) != 0) {
                warnings.add(path + " is in conflict: it is captured as it is on disk, marks and all");
            } else if (!index.id(entry).equals(file.id()) && index.isAssumedUnchanged(entry)) {
                warnings.add(path + " is edited though git assumes it unchanged: the edit is captured");
            } else if (!index.id(entry).equals(file.id()) && index.isSkipped(entry)) {
                warnings.add(path + " is edited though git skips it (skip-worktree): the edit is captured");
            }
        }
        return warnings;
    }
}
