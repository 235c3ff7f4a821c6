package io.github.snapsweep.sweep;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Some of the points of a list. */
final class SelectedPoints extends AbstractList<Point> implements RandomAccess {

    private final List<Point> all;
    private final int[] selected;

    /** @param selected the place of each in the list */
    SelectedPoints(List<Point> all, int[] selected) {
        this.all = all;
        this.selected = selected.clone();
    }

    @Override
    public Point get(int index) {
        return all.get(selected[index]);
    }

    @Override
    public int size() {
        return selected.length;
    }
}
