package io.github.snapsweep.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s, 0:00:00",
        "PT59S, 59 s, 0:00:59",
        "PT119S, 119 s, 0:01:59",
        "PT2M, 2 min, 0:02:00",
        "PT59M59S, 59 min, 0:59:59",
        "PT2H, 2 h, 2:00:00",
        "PT2H5M, 2 h 5 min, 2:05:00",
        "PT76H, 3 d 4 h, 76:00:00"
    })
    void asPeopleSayIt(Duration span, String said, String clock) {
        assertThat(Span.of(span)).isEqualTo(said);
        assertThat(Span.clock(span)).isEqualTo(clock);
    }
}
