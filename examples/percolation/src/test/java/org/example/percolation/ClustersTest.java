package org.example.percolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClustersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 40})
    void agreeWithAFloodFill(int size) {
        UniformRandomProvider random = random(size);
        for (int trial = 0; trial < 300; trial++) {
            Grid grid = Grid.random(size, random.nextDouble(), random);

            assertEquals(floodFill(grid), Clusters.of(grid));
        }
    }

    @Test
    void onlyGrowWhenTheSameNumbersMeetAHigherP() {
        for (int seed = 0; seed < 50; seed++) {
            Clusters before = new Clusters(false, 0);
            for (int percent = 0; percent <= 100; percent += 5) {
                Clusters clusters = Clusters.of(Grid.random(20, percent / 100.0, random(seed)));

                assertTrue(clusters.largest() >= before.largest());
                assertTrue(clusters.spanning() || !before.spanning());
                before = clusters;
            }
        }
    }

    private static UniformRandomProvider random(long seed) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    /** The same by walking from site to site, without any cleverness. */
    private static Clusters floodFill(Grid grid) {
        boolean[] seen = new boolean[grid.sites()];
        boolean spanning = false;
        int largest = 0;
        for (int start = 0; start < grid.sites(); start++) {
            boolean top = false;
            boolean bottom = false;
            int count = 0;
            Deque<int[]> frontier = new ArrayDeque<>();
            frontier.push(new int[] {start / grid.size(), start % grid.size()});
            while (!frontier.isEmpty()) {
                int[] at = frontier.pop();
                int row = at[0];
                int column = at[1];
                if (row < 0 || row >= grid.size() || column < 0 || column >= grid.size()) {
                    continue;
                }
                int site = row * grid.size() + column;
                if (seen[site] || !grid.isOpen(site)) {
                    continue;
                }
                seen[site] = true;
                count++;
                top |= row == 0;
                bottom |= row == grid.size() - 1;
                frontier.push(new int[] {row - 1, column});
                frontier.push(new int[] {row + 1, column});
                frontier.push(new int[] {row, column - 1});
                frontier.push(new int[] {row, column + 1});
            }
            spanning |= top && bottom;
            largest = Math.max(largest, count);
        }
        return new Clusters(spanning, largest);
    }
}
