package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines are strace's own. */
class TraceTest {

    @Test
    void a_call_that_another_thread_interrupts_is_one_line() {
        assertThat(Trace.whole(List.of(
                        "9243  fcntl(5</r/lock>, F_SETLK, {l_type=F_WRLCK, l_start=0} <unfinished ...>",
                        "9244  read(7</r/code.txt>,  <unfinished ...>",
                        "9245  rename(\"/r/a\", \"/r/b\") = 0",
                        "9244  <... read resumed>\"code\", 8192) = 4",
                        "9243  <... fcntl resumed>)              = -1 ENOLCK (No locks available) (INJECTED)")))
                .containsExactly(
                        "9245  rename(\"/r/a\", \"/r/b\") = 0",
                        "9244  read(7</r/code.txt>, \"code\", 8192) = 4",
                        "9243  fcntl(5</r/lock>, F_SETLK, {l_type=F_WRLCK, l_start=0})"
                                + "              = -1 ENOLCK (No locks available) (INJECTED)");
    }

    @Test
    void one_after_the_other_of_the_same_thread() {
        assertThat(Trace.whole(List.of(
                        "1 fsync(3</r/pack> <unfinished ...>",
                        "1 <... fsync resumed>)              = 0",
                        "1 rename(\"/r/a\", \"/r/b\" <unfinished ...>",
                        "1 <... rename resumed>)             = 0")))
                .containsExactly(
                        "1 fsync(3</r/pack>)              = 0", "1 rename(\"/r/a\", \"/r/b\")             = 0");
    }

    @Test
    void one_that_never_returned_is_kept() {
        assertThat(Trace.whole(List.of("1 unlink(\"/r/a\" <unfinished ...>", "2 +++ killed by SIGKILL +++")))
                .containsExactly("2 +++ killed by SIGKILL +++", "1 unlink(\"/r/a\" <unfinished ...>");
    }
}
