package io.github.snapsweep.launch;

import io.github.snapsweep.snapshot.Proof;
import java.util.List;

/**
 * What a verification found, as the result file has it.
 *
 * @param holds whether all proofs hold
 * @param proofs each proof, in order
 */
public record VerifyResult(boolean holds, List<Line> proofs) {

    /**
     * A proof.
     *
     * @param claim what is claimed
     * @param holds whether it is so
     * @param detail what was seen
     * @param exceptions what speaks against it
     * @param milliseconds how long it took
     */
    public record Line(String claim, boolean holds, String detail, List<String> exceptions, long milliseconds) {
        public Line {
            exceptions = List.copyOf(exceptions);
        }

        static Line of(Proof proof) {
            return new Line(
                    proof.claim(),
                    proof.holds(),
                    proof.detail(),
                    proof.exceptions(),
                    proof.took().toMillis());
        }
    }

    public VerifyResult {
        proofs = List.copyOf(proofs);
    }

    static VerifyResult of(List<Proof> proofs) {
        return new VerifyResult(
                proofs.stream().allMatch(Proof::holds),
                proofs.stream().map(Line::of).toList());
    }
}
