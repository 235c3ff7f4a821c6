package io.github.snapsweep.slurm;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What squeue, sacct and scontrol call a job, its tasks or its steps: {@code 123}, {@code 123_4}, {@code
 * 123_[0-3,5%2]}, {@code 123_[1-20:5]}, {@code 123.batch}, {@code 123_4.0}, {@code 123+0}.
 *
 * @param job the job's id, the array's for a task
 * @param tasks the tasks named; none for a job that is no array
 * @param throttle how many tasks run at a time, where the text says so
 * @param complete false when the text was cut (22.05 cuts lists at 64 characters): more tasks are meant than named
 * @param component which part of a heterogeneous job
 * @param step the step, {@code batch} say; empty for the job or task itself
 */
public record ArrayExpression(
        long job,
        TaskIndices tasks,
        OptionalInt throttle,
        boolean complete,
        OptionalInt component,
        Optional<String> step) {

    private static final Pattern FORM = Pattern.compile("(?<job>\\d{1,18})"
            + "(_(?<task>\\d{1,9})|_\\[(?<list>[^\\]]*)(?<closed>\\])?)?"
            + "(\\+(?<component>\\d{1,9}))?"
            + "(\\.(?<step>\\S+))?");

    /** Reads such a text; empty when it is none. */
    public static Optional<ArrayExpression> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches() ? Optional.of(of(form)) : Optional.empty();
    }

    /** Whether it names a step, not the job or the task itself. */
    public boolean isStep() {
        return step.isPresent();
    }

    /** Whether it names several tasks in one, as pending tasks are. */
    public boolean isCollapsed() {
        return tasks.values().size() > 1 || !complete;
    }

    /** As Slurm writes it, without limit. */
    public String text() {
        return job
                + tasksText()
                + (component.isPresent() ? "+" + component.getAsInt() : "")
                + step.map(name -> "." + name).orElse("");
    }

    private String tasksText() {
        if (tasks.isEmpty() && complete) {
            return "";
        }
        if (!isCollapsed() && throttle.isEmpty()) {
            return "_" + tasks.values().first();
        }
        return "_[" + tasks.text() + (complete ? "" : tasks.isEmpty() ? "..." : ",...")
                + (throttle.isPresent() ? "%" + throttle.getAsInt() : "") + "]";
    }

    private static ArrayExpression of(Matcher form) {
        TaskList list = form.group("list") == null
                ? TaskList.single(form.group("task"))
                : TaskList.parse(form.group("list"), form.group("closed") != null);
        return new ArrayExpression(
                Long.parseLong(form.group("job")),
                list.tasks(),
                list.throttle(),
                list.complete(),
                TaskList.number(form.group("component")),
                Optional.ofNullable(form.group("step")));
    }
}
