package io.github.snapsweep.launch;

import java.util.List;

/**
 * What an examination found, as the result file has it.
 *
 * @param healthy whether nothing is wrong (any more)
 * @param findings all that was found
 */
public record DoctorResult(boolean healthy, List<Finding> findings) {

    /**
     * Something that is, or was, wrong.
     *
     * @param what what
     * @param mended whether it is mended
     * @param remedy what mends it, or mended it
     */
    public record Finding(String what, boolean mended, String remedy) {}

    public DoctorResult {
        findings = List.copyOf(findings);
    }

    static DoctorResult of(List<Finding> findings) {
        return new DoctorResult(findings.stream().allMatch(Finding::mended), findings);
    }
}
