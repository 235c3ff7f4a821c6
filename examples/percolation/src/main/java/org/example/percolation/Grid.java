package org.example.percolation;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A square lattice whose sites are open or closed.
 *
 * <p>In site percolation each site is open with probability p, independently of all others; two open sites are
 * connected when they are next to each other in a row or in a column. Sites are numbered row by row, from 0.
 */
final class Grid {

    private final int size;
    private final boolean[] open;

    private Grid(int size) {
        this.size = size;
        this.open = new boolean[size * size];
    }

    /**
     * Draws a realization. Each site takes exactly one number from the generator, so that the same numbers at a higher
     * p open the same sites and more.
     */
    static Grid random(int size, double p, UniformRandomProvider random) {
        Grid grid = new Grid(size);
        for (int site = 0; site < grid.open.length; site++) {
            grid.open[site] = random.nextDouble() < p;
        }
        return grid;
    }

    /** The number of sites along a side. */
    int size() {
        return size;
    }

    /** The number of sites. */
    int sites() {
        return open.length;
    }

    boolean isOpen(int site) {
        return open[site];
    }

    /** Whether both this site and the one below it are open. */
    boolean joinsBelow(int site) {
        return site + size < open.length && open[site] && open[site + size];
    }

    /** Whether both this site and the one to the right of it are open. */
    boolean joinsRight(int site) {
        return (site + 1) % size != 0 && open[site] && open[site + 1];
    }
}
