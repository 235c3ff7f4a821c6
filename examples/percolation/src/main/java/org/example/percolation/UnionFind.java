package org.example.percolation;

/**
 * Disjoint sets of the elements 0 to n - 1, each set a tree that is known by its root.
 *
 * <p>The smaller tree is hung below the larger, and every search halves the path that it walks: both operations take
 * constant time for all practical purposes.
 */
final class UnionFind {

    private final int[] parent;
    private final int[] weight;

    /** Begins with every element in a set of its own. */
    UnionFind(int elements) {
        parent = new int[elements];
        weight = new int[elements];
        for (int element = 0; element < elements; element++) {
            parent[element] = element;
            weight[element] = 1;
        }
    }

    /** The root of the element's set: the same for two elements exactly when they are in the same set. */
    int find(int element) {
        int node = element;
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }

    /** Makes one set of the sets of both elements. */
    void union(int one, int other) {
        int root = find(one);
        int child = find(other);
        if (root == child) {
            return;
        }
        if (weight[root] < weight[child]) {
            int lighter = root;
            root = child;
            child = lighter;
        }
        parent[child] = root;
        weight[root] += weight[child];
    }

    boolean connected(int one, int other) {
        return find(one) == find(other);
    }

    /** The number of elements in the element's set. */
    int sizeOf(int element) {
        return weight[find(element)];
    }
}
