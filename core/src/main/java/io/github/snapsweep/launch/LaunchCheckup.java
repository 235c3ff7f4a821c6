package io.github.snapsweep.launch;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.ShellWords;
import io.github.snapsweep.snapshot.Ailment;
import io.github.snapsweep.snapshot.FileTrees;
import io.github.snapsweep.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks over the records of a project's launches, and what they keep. */
final class LaunchCheckup {

    private final Path project;
    private final Snapshots snapshots;
    private final LaunchStates states;
    private final Host host;

    LaunchCheckup(Path project, Snapshots snapshots, LaunchStates states, Host host) {
        this.project = project;
        this.snapshots = snapshots;
        this.states = states;
        this.host = host;
    }

    /** What is wrong. Nothing is changed. */
    List<Ailment> look() throws IOException {
        List<Ailment> found = new ArrayList<>();
        for (LaunchFolder folder : LaunchFolder.unwritten(project)) {
            if (LaunchMaker.isGone(folder, host)) {
                found.add(Ailment.mendable(
                        "launch " + folder.id() + " died before it was written down, or while it was removed",
                        "its folder is removed: it has run nothing",
                        () -> FileTrees.delete(folder.path())));
            }
        }
        Map<Path, List<LaunchFolder>> moved = new LinkedHashMap<>();
        for (KnownLaunches.Known launch : KnownLaunches.of(project, states).launches()) {
            look(launch, moved, found);
        }
        moved.forEach((before, launches) -> found.add(moved(before, launches)));
        lookAtClasspath(found);
        return found;
    }

    private void look(KnownLaunches.Known launch, Map<Path, List<LaunchFolder>> moved, List<Ailment> found) {
        LaunchFolder folder = launch.folder();
        if (launch.status().isEmpty()) {
            found.add(Ailment.byHand(
                    "launch " + folder.id() + ": " + unreadable(folder), "its tasks are not touched by this"));
            return;
        }
        LaunchRecord record = launch.status().get().launch();
        Optional<Path> before = placeBefore(folder);
        if (before.isPresent()) {
            moved.computeIfAbsent(before.get(), place -> new ArrayList<>()).add(folder);
        } else if (launch.open().isPresent() && !Files.isDirectory(record.code().directory())) {
            found.add(Ailment.byHand(
                    "launch " + folder.id() + " has not ended, and the folder of its tasks is gone: "
                            + record.code().directory(),
                    "its tasks will fail; then:  mvn slurm:retry -Dslurm.launch=" + folder.id()));
        } else if (launch.open().isPresent() && isSnapshotGone(record.code())) {
            found.add(Ailment.byHand(
                    "launch " + folder.id() + " has not ended, and its snapshot is gone: "
                            + record.code().snapshot(),
                    "its tasks run on; for a retry:  git update-ref "
                            + record.code().snapshot() + " " + record.code().commit()));
        }
    }

    /** A link in the place of a folder that is there would be made in that folder, and mend nothing. */
    private Ailment moved(Path before, List<LaunchFolder> launches) {
        String made = (launches.size() == 1 ? "1 launch" : launches.size() + " launches") + " made in " + before;
        if (Files.notExists(before, LinkOption.NOFOLLOW_LINKS)) {
            return Ailment.byHand(
                    made + ": their scripts name that place",
                    "for tasks that have not ended, and before a retry:  ln -s " + ShellWords.quote(project) + " "
                            + ShellWords.quote(before));
        }
        boolean copied = launches.stream().allMatch(launch -> new LaunchFolder(before, launch.id()).isWritten());
        return copied
                ? Ailment.byHand(
                        made + ", and there still: this is a copy, and their scripts name that place",
                        "go on with them there:  cd " + ShellWords.quote(before))
                : Ailment.byHand(
                        made + ": their scripts name that place, where something else is now",
                        "a retry of them would run there; make another launch:  mvn slurm:submit");
    }

    /** Where the project was when the launch was made, if it was elsewhere, by the launch's script. */
    private Optional<Path> placeBefore(LaunchFolder folder) {
        try {
            return ScriptText.record(Files.readString(folder.script()))
                    .filter(record -> !record.equals(folder.path()))
                    .map(record -> record.resolve("../..").normalize())
                    .filter(before -> !leadsHere(before));
        } catch (IOException e) {
            return Optional.empty(); // without a script nothing of it runs
        }
    }

    /** Whether a link was put where the project was. */
    private boolean leadsHere(Path before) {
        try {
            return Files.isSameFile(before, project);
        } catch (IOException e) {
            return false; // nothing is there
        }
    }

    private boolean isSnapshotGone(LaunchRecord.Code code) {
        return code.snapshot() != null && code.commit() != null && !snapshots.isAt(code.snapshot(), code.commit());
    }

    private static String unreadable(LaunchFolder folder) {
        try {
            folder.read();
            return "its record can be read again";
        } catch (Problem e) {
            return e.getMessage().lines().findFirst().orElse("");
        }
    }

    private void lookAtClasspath(List<Ailment> found) throws IOException {
        SharedClasspath classpath = new SharedClasspath(project, host);
        for (Path left : classpath.unfinished()) {
            found.add(Ailment.mendable(
                    left + " was left by a submit or a pruning that died",
                    "a whole entry is put back, what is unfinished is removed",
                    () -> {
                        classpath.takeBack();
                        FileTrees.delete(left);
                    }));
        }
    }
}
