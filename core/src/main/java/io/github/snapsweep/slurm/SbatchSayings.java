package io.github.snapsweep.slurm;

import io.github.snapsweep.process.Answer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** sbatch's phrases. */
final class SbatchSayings {

    private static final Pattern SENTENCE =
            Pattern.compile("Submitted batch job (?<id>\\d{1,18})(?: on cluster (?<cluster>\\S+))?");

    /** The request went out; whether it arrived is open. Slurm's own texts for errors of its connections. */
    private static final Pattern LOST = Pattern.compile("timed out"
            + "|Zero Bytes were transmitted or received|Failed to send entire message"
            + "|[Rr]eceive failure|[Ss]end failure|[Ss]hutdown failure|zero length message|message length < 0"
            + "|Connection reset|Broken pipe|Transport endpoint");

    /** Nobody listened, so nothing was sent: a controller that is down, starting, or handing over to its backup. */
    private static final Pattern UNREACHED =
            Pattern.compile("Unable to contact slurm controller|standby mode|Connection refused");

    private static final int BY_SIGNAL = 128;
    private static final int LAST_SIGNAL = 64;

    private SbatchSayings() {}

    /** The last line that is an id: sites wrap sbatch in scripts that have more to say. */
    static Optional<JobId> job(String out) {
        Optional<JobId> parsable =
                out.lines().map(JobId::parse).flatMap(Optional::stream).reduce((a, b) -> b);
        return parsable.or(() -> out.lines()
                .map(SbatchSayings::sentence)
                .flatMap(Optional::stream)
                .reduce((a, b) -> b));
    }

    private static Optional<JobId> sentence(String line) {
        Matcher sentence = SENTENCE.matcher(line);
        return sentence.find()
                ? Optional.of(
                        new JobId(Long.parseLong(sentence.group("id")), Optional.ofNullable(sentence.group("cluster"))))
                : Optional.empty();
    }

    static boolean isUncertain(Answer answer) {
        boolean killed = answer.exit() > BY_SIGNAL && answer.exit() <= BY_SIGNAL + LAST_SIGNAL;
        return answer.timedOut()
                || killed
                || job(answer.out()).isPresent()
                || LOST.matcher(answer.err()).find();
    }

    static boolean isUnreached(String said) {
        return UNREACHED.matcher(said).find();
    }

    static String text(Answer answer) {
        String said = (answer.err().strip() + "\n" + answer.out().strip()).strip();
        if (answer.timedOut()) {
            return ("sbatch gave no answer within "
                            + answer.command().timeLimit().toSeconds() + " s\n" + said)
                    .strip();
        }
        return said.isEmpty() ? "sbatch said nothing (exit status " + answer.exit() + ")" : said;
    }
}
