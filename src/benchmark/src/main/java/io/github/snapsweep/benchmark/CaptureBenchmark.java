package io.github.snapsweep.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A capture in a JVM that has taken snapshots before: each one the first of its repository. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
public class CaptureBenchmark {

    /** The repository, as the script left it. */
    @Param("")
    public String repository = "";

    /** The step that takes back what a snapshot made. */
    @Param("")
    public String restore = "";

    @Setup(Level.Invocation)
    public void restore() throws IOException, InterruptedException {
        int exit = new ProcessBuilder(restore, repository).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(restore + " ended with " + exit);
        }
    }

    @Benchmark
    public String capture() {
        return Library.capture(Path.of(repository));
    }
}
