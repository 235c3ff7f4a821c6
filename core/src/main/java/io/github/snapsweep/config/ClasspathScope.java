package io.github.snapsweep.config;

/** Which of a project's classes and dependencies a task's class path has. */
public enum ClasspathScope {
    /** What the project needs to run. */
    RUNTIME,
    /** The test classes too, and what they need. */
    TEST
}
