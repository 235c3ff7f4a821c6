package io.github.snapsweep.launch;

import io.github.snapsweep.config.Program;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be launched, found to be possible.
 *
 * @param program what each task runs
 * @param tasks the points of its tasks
 * @param executor who runs them
 * @param classpath the class path of a program that is a class, as it is now; empty for any other
 * @param variant what the worktree is to hold beside its commit
 */
record LaunchPlan(Program program, Tasks tasks, Executor executor, List<Path> classpath, WorktreeVariant variant) {}
