package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All launches of a project, newest first, with what became of their tasks. */
public final class LaunchListing {

    private final Path project;
    private final LaunchRequest.Surroundings surroundings;

    public LaunchListing(Path project, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.surroundings = surroundings;
    }

    /** The launches; a record that cannot be read is told of and left out. */
    public List<LaunchStatus> all() {
        try {
            List<LaunchFolder> folders = LaunchFolder.all(project);
            return LaunchStates.of(project, surroundings)
                    .of(folders.stream().filter(this::isReadable).toList());
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(project, e);
        }
    }

    private boolean isReadable(LaunchFolder folder) {
        try {
            folder.read();
            return true;
        } catch (Problem e) {
            surroundings.progress().warn(e.getMessage());
            return false;
        }
    }
}
