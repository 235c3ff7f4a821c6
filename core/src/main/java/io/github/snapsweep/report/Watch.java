package io.github.snapsweep.report;

import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.LaunchStates;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.launch.Wait;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.terminal.Canvas;
import io.github.snapsweep.terminal.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Shows a launch while it runs, until it has ended or its user has seen enough. The launch itself never notices. */
public final class Watch {

    /** Often enough to feel the keys, and to see the time go by. */
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(250);

    /** Where nobody but this machine is asked. */
    private static final Duration LOCAL_PAUSE = Duration.ofSeconds(1);

    /** However often a key is pressed. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);

    /** A controller that takes long to answer is asked less often. */
    private static final int PAUSES_PER_ANSWER = 10;

    private final LaunchFolder folder;
    private final LaunchStates states;
    private final Duration pause;
    private final LaunchRequest.Surroundings surroundings;

    /**
     * Watches a launch of a project.
     *
     * @param pause how long Slurm is left alone between two looks
     * @throws Problem when there is no such launch
     */
    public Watch(Path project, String launch, Duration pause, LaunchRequest.Surroundings surroundings) {
        this.folder = LaunchFolder.require(project, launch);
        this.states = LaunchStates.of(project, surroundings);
        this.pause = pause;
        this.surroundings = surroundings;
    }

    /** Watches on a screen; in lines, where there is none. */
    public void on(Optional<Canvas> screen) {
        if (screen.isEmpty()) {
            new Wait(folder, states, Optional.empty(), surroundings).untilEnd();
            return;
        }
        try (Canvas canvas = screen.get()) {
            watch(canvas);
        } catch (CompletionException e) {
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
    }

    private void watch(Canvas canvas) {
        long start = System.nanoTime();
        WatchView.Memory memory = new WatchView.Memory();
        WatchView view = null;
        LaunchStatus status = null;
        Look look = new Look();
        while (true) {
            Optional<LaunchStatus> answer = look.answer();
            if (answer.isPresent()) {
                status = answer.get();
                view = memory.see(folder, status, since(start));
                if (status.hasEnded()) {
                    return;
                }
            }
            canvas.draw(view == null ? List.of(Line.of("launch " + folder.id())) : view.lines(canvas, footer(look)));
            char key = canvas.key(BETWEEN_DRAWINGS).orElse(' ');
            if (key == Canvas.QUIT) {
                return;
            }
            look.againIfDue(key == 'r' ? SHORTEST_PAUSE : usualPause(status));
        }
    }

    private Duration usualPause(@Nullable LaunchStatus status) {
        boolean isLocal = status != null
                && status.tasks().stream().allMatch(task -> task.job().isEmpty());
        return isLocal && LOCAL_PAUSE.compareTo(pause) < 0 ? LOCAL_PAUSE : pause;
    }

    private static String footer(Look look) {
        String when = look.isAsking() ? "looking ..." : "as of " + look.age().toSeconds() + " s ago";
        return "q quits, the launch goes on; r looks again; " + when;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The question how the launch does, asked beside the drawing: an answer may take long. */
    private final class Look {
        private CompletableFuture<LaunchStatus> asked = ask();
        private long begun = System.nanoTime();
        private long answered = begun;
        private boolean isTaken;

        private CompletableFuture<LaunchStatus> ask() {
            CompletableFuture<LaunchStatus> answer = new CompletableFuture<>();
            Thread thread = new Thread(
                    () -> {
                        try {
                            answer.complete(states.of(folder));
                        } catch (RuntimeException e) {
                            answer.completeExceptionally(e);
                        }
                    },
                    "look");
            thread.setDaemon(true);
            thread.start();
            return answer;
        }

        /** The answer, once. */
        Optional<LaunchStatus> answer() {
            if (isTaken || !asked.isDone()) {
                return Optional.empty();
            }
            isTaken = true;
            answered = System.nanoTime();
            return Optional.of(asked.join());
        }

        boolean isAsking() {
            return !isTaken;
        }

        Duration age() {
            return since(answered);
        }

        void againIfDue(Duration least) {
            Duration slow = Duration.ofNanos(answered - begun).multipliedBy(PAUSES_PER_ANSWER);
            if (isTaken && age().compareTo(least.compareTo(slow) > 0 ? least : slow) >= 0) {
                begun = System.nanoTime();
                isTaken = false;
                asked = ask();
            }
        }
    }
}
