package org.example.percolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeRuns() throws IOException {
        write("0", metrics(64, 0.58, 0, 0.3));
        write("1", metrics(64, 0.6, 0, 0.6));
        write("2", metrics(128, 0.58, 0, 0.1));
        write("3", metrics(128, 0.58, 1, 0.3));
        write("deeper/4", metrics(128, 0.6, 0, 0.7));
        write("5", "{\"size\": 12");
    }

    @Test
    void averagesOverSeeds() throws IOException {
        assertEquals("""
                         p   size 64  size 128
                      0.58     0.300     0.200
                       0.6     0.600     0.700
                """, Summary.of(folder).table());
    }

    @Test
    void interpolatesTheCrossingOfTheLargestSize() throws IOException {
        assertEquals(
                "size 128 spans in half of all cases at p = 0.5920",
                Summary.of(folder).verdict());
    }

    private static String metrics(int size, double p, long seed, double spanningProbability) {
        return new Metrics(new Experiment(size, p, seed, 200), spanningProbability, 0.4, 0.1).toJson();
    }

    private void write(String task, String json) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(task)).resolve("metrics.json"), json);
    }
}
