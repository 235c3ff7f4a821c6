package io.github.snapsweep.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Collects numbers from one place, and says what it leaves out. */
final class FoundNumbers {

    private static final Set<String> NOT_FINITE =
            Set.of("nan", "inf", "infinity", "+inf", "+infinity", "-inf", "-infinity");
    private static final int SHOWN = 40;

    private final String place;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int more;

    /** @param place what is read, as a fault names it */
    FoundNumbers(String place) {
        this.place = place;
    }

    /** A text, which is no metric; that a number is none is told. */
    void addUnlessFinite(String name, String text) {
        if (NOT_FINITE.contains(text.toLowerCase(Locale.ROOT))) {
            leaveOut(name, text);
        }
    }

    /** A number as a text; a text that is none tells nothing. */
    void add(String name, String text) {
        String number = text.strip();
        if (NOT_FINITE.contains(number.toLowerCase(Locale.ROOT))) {
            leaveOut(name, number);
            return;
        }
        try {
            add(name, Double.parseDouble(number), number);
        } catch (NumberFormatException e) {
            return; // a name, a date, ...
        }
    }

    private void add(String name, double value, String text) {
        if (!Double.isFinite(value)) {
            leaveOut(name, text);
        } else if (values.size() < Metrics.MOST || values.containsKey(name)) {
            values.put(name, value);
        } else {
            more++;
        }
    }

    private void leaveOut(String name, String text) {
        values.remove(name);
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        faults.add(place + ": " + name + " is " + shown);
    }

    Metrics metrics() {
        List<String> said = new ArrayList<>(faults.subList(0, Math.min(faults.size(), Metrics.MOST)));
        if (more > 0) {
            said.add(place + ": " + more + " numbers after the first " + Metrics.MOST + " are left out");
        }
        return new Metrics(values, said);
    }
}
