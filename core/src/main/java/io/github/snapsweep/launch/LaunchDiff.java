package io.github.snapsweep.launch;

import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.problem.GitProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.snapshot.DiffSide;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.Scratch;
import io.github.snapsweep.snapshot.SecretNames;
import io.github.snapsweep.snapshot.SnapshotDifference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the code of a launch had that its base did not.
 *
 * @param text as {@code git diff} prints it
 * @param isCut whether there is more of it
 * @param hidden the files that are left out, since their names are those of secrets
 * @param notice why there is none; empty when there is
 */
public record LaunchDiff(String text, boolean isCut, List<String> hidden, String notice) {

    /** A page that shows more is none that anybody reads. */
    private static final int MOST_BYTES = 256 * 1024;

    public LaunchDiff {
        hidden = List.copyOf(hidden);
    }

    /** Reads it from the repository, which may have lost the snapshot since. */
    public static LaunchDiff read(
            Path project, LaunchRecord.Code code, SnapshotSettings settings, LaunchRequest.Surroundings surroundings) {
        String commit = code.commit();
        if (commit == null) {
            return none("the live tree ran: nobody can tell what was in it");
        }
        if (code.changed().isEmpty()) {
            return none("");
        }
        List<String> hidden =
                code.changed().stream().filter(SecretNames::matches).toList();
        try (GitRepository repository = GitRepository.containing(project);
                Scratch scratch = Scratch.in(repository, surroundings.host())) {
            DiffSide from = DiffSide.commit(code.base());
            SnapshotSetup setup = new SnapshotSetup(repository, project, settings, surroundings);
            Path file = new SnapshotDifference(repository, setup.git(), scratch, from, DiffSide.commit(commit))
                    .without(hidden)
                    .print(false, false);
            return read(file, hidden);
        } catch (Problem e) {
            return none("the difference cannot be shown: " + e.getMessage());
        }
    }

    private static LaunchDiff read(Path file, List<String> hidden) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            boolean isCut = in.read() >= 0;
            String text = new String(bytes, StandardCharsets.UTF_8);
            return new LaunchDiff(isCut ? text.substring(0, text.lastIndexOf('\n') + 1) : text, isCut, hidden, "");
        } catch (IOException e) {
            throw GitProblems.noOutput(e);
        }
    }

    private static LaunchDiff none(String notice) {
        return new LaunchDiff("", false, List.of(), notice);
    }
}
