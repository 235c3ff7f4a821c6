package io.github.snapsweep.launch;

import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.launch.DoctorResult.Finding;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.Ailment;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.RepositoryCheckup;
import io.github.snapsweep.snapshot.WorktreeCheckup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Examines what this tool keeps in a repository and a project, and mends what can be mended without loss. */
public final class Doctor {

    private final Path project;
    private final SnapshotSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final Progress progress;

    public Doctor(Path project, SnapshotSettings settings, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
        this.progress = surroundings.progress();
    }

    /** Tells what is wrong; mends it, when the setting {@code fix} says so. */
    public DoctorResult examine() {
        try (GitRepository repository = GitRepository.containing(project)) {
            SnapshotSetup setup = new SnapshotSetup(repository, project, settings, surroundings);
            Map<String, Finding> findings = new LinkedHashMap<>();
            boolean again = true;
            while (again) {
                again = false; // what is mended may show what was behind it: a worktree that is found again, its links
                for (Ailment ailment : look(repository, setup)) {
                    if (!findings.containsKey(ailment.what())) {
                        Finding finding = treat(ailment);
                        findings.put(ailment.what(), finding);
                        again |= finding.mended();
                    }
                }
            }
            return verdict(DoctorResult.of(List.copyOf(findings.values())));
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(project, e);
        }
    }

    private List<Ailment> look(GitRepository repository, SnapshotSetup setup) throws IOException {
        List<Ailment> found = new ArrayList<>(new WorktreeCheckup(
                        repository, setup.worktreeFolder(), surroundings.host(), new LaunchUses(project, surroundings))
                .look());
        found.addAll(new RepositoryCheckup(repository, setup.snapshots(), setup.worktreeFolder(), surroundings.host())
                .look());
        found.addAll(new LaunchCheckup(
                        project, setup.snapshots(), LaunchStates.of(project, surroundings), surroundings.host())
                .look());
        return found;
    }

    private Finding treat(Ailment ailment) throws IOException {
        if (settings.examination().fix() && ailment.mending().isPresent()) {
            ailment.mending().get().run();
            progress.info("mended: " + ailment.what() + " (" + ailment.remedy() + ")");
            return new Finding(ailment.what(), true, ailment.remedy());
        }
        progress.warn(ailment.what() + "\n  " + (ailment.mending().isPresent() ? "With -Dsnapshot.fix=true " : "")
                + ailment.remedy());
        return new Finding(ailment.what(), false, ailment.remedy());
    }

    private DoctorResult verdict(DoctorResult result) {
        if (result.findings().isEmpty()) {
            progress.info("nothing is wrong here");
            return result;
        }
        int mended = (int) result.findings().stream().filter(Finding::mended).count();
        progress.info(Counted.of(result.findings().size(), "finding") + ", " + mended + " mended");
        return result;
    }
}
