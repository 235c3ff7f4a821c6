package io.github.snapsweep.slurm;

import io.github.snapsweep.problem.SlurmProblems;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a job is told from others.
 *
 * @param name what squeue shows; characters that Slurm's programs trip over become underscores
 * @param token one word that no other job has: the job can be found by it when sbatch gave no answer
 * @param comment the user's own words, kept behind the token
 */
public record JobLabel(String name, String token, Optional<String> comment) {

    /** Nextflow met these in names: blanks and / : @ * ? = break squeue's and sacct's columns or file names. */
    private static final Pattern UNWANTED = Pattern.compile("[\\s/:@*?=\\p{Cntrl}]");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]+");
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_COMMENT = 1024;

    public JobLabel {
        name = usable(name);
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("not a token: " + token);
        }
        comment = comment.map(String::strip).filter(text -> !text.isEmpty());
        // more is refused as "Pathname of a file, directory or other parameter too long"
        if (text(token, comment).getBytes(StandardCharsets.UTF_8).length > LONGEST_COMMENT) {
            throw SlurmProblems.commentTooLong(LONGEST_COMMENT - token.length() - 1);
        }
    }

    public JobLabel(String name, String token) {
        this(name, token, Optional.empty());
    }

    /** What goes into the job's comment. */
    String commentText() {
        return text(token, comment);
    }

    private static String text(String token, Optional<String> comment) {
        return comment.map(text -> token + " " + text).orElse(token);
    }

    private static String usable(String name) {
        String clean = UNWANTED.matcher(name.strip()).replaceAll("_");
        int end = Math.min(LONGEST_NAME, clean.length());
        boolean splitsACharacter = end > 0 && end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1));
        return clean.isEmpty() ? "snapsweep" : clean.substring(0, splitsACharacter ? end - 1 : end);
    }
}
