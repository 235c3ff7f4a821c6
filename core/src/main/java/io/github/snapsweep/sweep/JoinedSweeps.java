package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepProblems;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sweeps whose points come one sweep after the other, each point once, without those that are left out. What it did to the
 * points beyond that, it tells.
 */
public final class JoinedSweeps {

    private final List<Sweep> sweeps;
    private final List<Exclusion> exclusions;
    private final List<Point> points;
    private final List<String> notices = new ArrayList<>();

    private JoinedSweeps(List<Sweep> sweeps, List<Exclusion> exclusions, int most) {
        this.sweeps = sweeps;
        this.exclusions = exclusions;
        requireAtMost(most);
        requireKnown();
        if (isDrawn()) {
            notices.add("seeds were drawn; for the same points again:  " + String.join("  |  ", texts()));
        }
        this.points = selected(
                new ConcatenatedPoints(sweeps.stream().map(Sweep::points).toList()));
    }

    /**
     * Reads sweeps and spans their points.
     *
     * @param texts the sweeps; none gives one point, with nothing in it
     * @param exclusions the points that are left out, each rule written as a sweep over the values that they have
     * @param project the folder that {@code glob} looks for files in
     * @param most how many points there may be
     * @throws io.github.snapsweep.problem.Problem when a text is no sweep, there are more points than that or none, or a
     *     rule names a parameter that is not there
     */
    public static JoinedSweeps parse(List<String> texts, List<String> exclusions, Path project, int most) {
        List<Sweep> sweeps = texts.isEmpty()
                ? List.of(Sweep.none())
                : texts.stream().map(text -> Sweep.parse(text, project)).toList();
        List<Exclusion> rules = exclusions.stream()
                .map(text -> new Exclusion(Sweep.parse(text, project)))
                .toList();
        return new JoinedSweeps(sweeps, rules, most);
    }

    /** The points, in the order of their tasks. */
    public List<Point> points() {
        return points;
    }

    /** How the number of points comes about: {@code lr 2 x seed 10 + lr 1, 3 left out}. */
    public String product() {
        int left = size().intValueExact() - points.size();
        return factors() + (left == 0 ? "" : ", " + left + " left out");
    }

    private String factors() {
        return sweeps.stream().map(Sweep::product).collect(Collectors.joining(" + "));
    }

    private BigInteger size() {
        return sweeps.stream().map(Sweep::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Whether seeds were drawn: the same texts have other points the next time. */
    public boolean isDrawn() {
        return sweeps.stream().anyMatch(Sweep::isDrawn);
    }

    /** The sweeps, as texts that give the same points for ever; none when there is none. */
    public List<String> texts() {
        return sweeps.stream().map(Sweep::text).filter(text -> !text.isEmpty()).toList();
    }

    /** What a person should know of the points, in sentences. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    private void requireAtMost(int most) {
        if (size().compareTo(BigInteger.valueOf(most)) > 0) {
            throw SweepProblems.tooManyPoints(size(), most, factors());
        }
    }

    private void requireKnown() {
        Set<String> known = new LinkedHashSet<>();
        sweeps.forEach(sweep -> known.addAll(sweep.keys()));
        for (Exclusion rule : exclusions) {
            for (String key : rule.keys()) {
                if (!known.contains(key)) {
                    throw SweepProblems.unknownExcluded(rule.text(), key, known);
                }
            }
        }
    }

    private List<Point> selected(List<Point> all) {
        boolean mayRepeat = sweeps.size() > 1 || sweeps.stream().anyMatch(Sweep::repeats);
        if (exclusions.isEmpty() && !mayRepeat) {
            return all;
        }
        Set<String> seen = new HashSet<>();
        int[] dropped = new int[exclusions.size()];
        int[] kept = IntStream.range(0, all.size())
                .filter(index -> !isLeftOut(all.get(index), dropped))
                .filter(index -> !mayRepeat || seen.add(all.get(index).identity()))
                .toArray();
        tell(all.size(), kept.length, dropped);
        if (kept.length == 0) {
            throw SweepProblems.allExcluded(
                    all.size(), exclusions.stream().map(Exclusion::text).toList());
        }
        return kept.length == all.size() ? all : new SelectedPoints(all, kept);
    }

    private boolean isLeftOut(Point point, int[] dropped) {
        for (int rule = 0; rule < exclusions.size(); rule++) {
            if (exclusions.get(rule).leavesOut(point)) {
                dropped[rule]++;
                return true;
            }
        }
        return false;
    }

    private void tell(int all, int kept, int[] dropped) {
        int excluded = IntStream.of(dropped).sum();
        for (int rule = 0; rule < dropped.length; rule++) {
            notices.add("excluded by '" + exclusions.get(rule).text() + "': " + points(dropped[rule]));
        }
        int twice = all - excluded - kept;
        if (twice > 0) {
            notices.add(points(twice) + " of the sweep came before, and " + (twice == 1 ? "is" : "are")
                    + " not run a second time");
        }
    }

    private static String points(int count) {
        return count == 1 ? "1 point" : (count == 0 ? "no" : count) + " points";
    }
}
