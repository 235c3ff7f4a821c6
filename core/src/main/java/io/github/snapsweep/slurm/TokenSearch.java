package io.github.snapsweep.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a job by the token in its comment, in all states: a short job may have ended meanwhile.
 *
 * <p>Not narrowed to a user: to a user that it does not know, squeue answers with nothing at all.
 */
record TokenSearch(String token, Optional<String> cluster) implements Query<Optional<JobId>> {

    /** The array's id (a plain job's own), and the comment last: it is free text. */
    private static final String FORMAT = "%F|%k";

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of("squeue", "--noheader", "--states=all"));
        words.addAll(JobGroup.clusterWords(cluster));
        words.add("--format=" + FORMAT);
        return words;
    }

    @Override
    public Optional<JobId> parse(String out) {
        return out.lines().map(this::match).flatMap(Optional::stream).findFirst();
    }

    /** The token itself, or what all tokens of a launch begin with. */
    private boolean isMeant(String word) {
        return word.equals(token) || word.startsWith(token + ".");
    }

    private Optional<JobId> match(String line) {
        String[] fields = line.strip().split("\\|", 2);
        return fields.length == 2 && isMeant(fields[1].strip().split(" ", 2)[0])
                ? JobId.parse(fields[0]).map(job -> new JobId(job.id(), cluster))
                : Optional.empty();
    }
}
