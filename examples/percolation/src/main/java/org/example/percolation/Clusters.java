package org.example.percolation;

/**
 * The clusters of a grid: its maximal sets of connected open sites.
 *
 * @param spanning whether a cluster reaches from the top row to the bottom row
 * @param largest the number of sites in the largest cluster; 0 when no site is open
 */
record Clusters(boolean spanning, int largest) {

    /**
     * Finds them. The whole top row is joined to one virtual site and the whole bottom row to another, so that spanning
     * is a single question. That comes last: a virtual site merges clusters that do not touch in the grid, and the
     * largest one must not count those together.
     */
    static Clusters of(Grid grid) {
        int top = grid.sites();
        int bottom = top + 1;
        UnionFind sets = new UnionFind(grid.sites() + 2);
        joinNeighbours(grid, sets);
        int largest = largest(grid, sets);
        joinRow(grid, sets, 0, top);
        joinRow(grid, sets, grid.sites() - grid.size(), bottom);
        return new Clusters(sets.connected(top, bottom), largest);
    }

    private static void joinNeighbours(Grid grid, UnionFind sets) {
        for (int site = 0; site < grid.sites(); site++) {
            if (grid.joinsRight(site)) {
                sets.union(site, site + 1);
            }
            if (grid.joinsBelow(site)) {
                sets.union(site, site + grid.size());
            }
        }
    }

    private static int largest(Grid grid, UnionFind sets) {
        int largest = 0;
        for (int site = 0; site < grid.sites(); site++) {
            if (grid.isOpen(site)) {
                largest = Math.max(largest, sets.sizeOf(site));
            }
        }
        return largest;
    }

    private static void joinRow(Grid grid, UnionFind sets, int first, int virtual) {
        for (int site = first; site < first + grid.size(); site++) {
            if (grid.isOpen(site)) {
                sets.union(site, virtual);
            }
        }
    }
}
