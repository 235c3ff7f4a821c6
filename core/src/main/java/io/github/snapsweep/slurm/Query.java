package io.github.snapsweep.slurm;

import io.github.snapsweep.process.Answer;
import java.util.List;

/**
 * A question to one of Slurm's programs: words out, text in.
 *
 * @param <T> what is asked for
 */
interface Query<T> {

    /** The command, word by word. */
    List<String> words();

    /** Reads the output of a command that ended well; lines that are none of ours are passed over. */
    T parse(String out);

    /** Reads the whole answer. */
    default Reply<T> read(Answer answer) {
        return answer.succeeded() ? new Reply.Known<>(parse(answer.out())) : Reply.unavailable(answer);
    }
}
