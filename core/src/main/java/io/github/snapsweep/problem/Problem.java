package io.github.snapsweep.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that stops a goal, in words for the person who ran it: what could not be done, why, and the way out.
 *
 * <p>A goal shows the message alone, never the stack trace, when the fault is {@link Fault#USER}.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Who can mend it. */
    public enum Fault {
        /** A setting, a repository or a cluster that its user can change. */
        USER,
        /** This machine, or this tool. */
        MACHINE
    }

    private final Fault fault;
    private final transient @Nullable Record result;

    private Problem(Fault fault, String message, @Nullable Throwable cause, @Nullable Record result) {
        super(message, cause);
        this.fault = fault;
        this.result = result;
    }

    /** The same, with what was done all the same, for the goal's result file. */
    public Problem with(Record done) {
        return new Problem(fault, getMessage(), getCause(), done);
    }

    /** What was done all the same; empty when nothing was. */
    public Optional<Record> result() {
        return Optional.ofNullable(result);
    }

    /**
     * A problem that the user can mend.
     *
     * @param what what could not be done and why, one sentence
     * @param remedy what to do: the setting's name, the command; one line for each way out
     */
    public static Problem ofUser(String what, String... remedy) {
        return new Problem(Fault.USER, joined(what, remedy), null, null);
    }

    /** A problem of the machine, with what caused it. */
    public static Problem ofMachine(Throwable cause, String what, String... remedy) {
        return new Problem(Fault.MACHINE, joined(what, remedy), cause, null);
    }

    /** Who can mend it. */
    public Fault fault() {
        return fault;
    }

    private static String joined(String what, String... remedy) {
        return remedy.length == 0 ? what : what + "\n  " + String.join("\n  ", remedy);
    }

    /** The message: never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
