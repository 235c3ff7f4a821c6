package io.github.snapsweep.launch;

import io.github.snapsweep.config.Program;
import java.nio.file.Path;
import java.util.List;

/** Tells what is on the class path of a class of the project. */
@FunctionalInterface
public interface ProjectClasspath {

    /**
     * The class folders and jars, in order.
     *
     * @param built whether a build of the snapshot makes the classes: those in the user's tree need not be there then, and may
     *     be old
     * @throws io.github.snapsweep.problem.Problem when they cannot be told, or would not be what the snapshot holds
     */
    List<Path> entries(Program.MainClass main, boolean built);
}
