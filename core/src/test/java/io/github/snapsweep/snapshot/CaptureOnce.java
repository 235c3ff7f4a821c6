package io.github.snapsweep.snapshot;

import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import java.nio.file.Path;

/** Takes one snapshot in a process of its own, and prints its tree or its problem. */
final class CaptureOnce {

    private CaptureOnce() {}

    public static void main(String[] arguments) {
        Snapper snapper = Snapper.of(GitFixture.at(Path.of(arguments[0]))).on(Host.current());
        try {
            System.out.println(snapper.create().snapshot().tree());
        } catch (Problem e) {
            System.out.println(e.getMessage());
        }
    }
}
