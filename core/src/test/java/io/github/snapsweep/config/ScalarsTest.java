package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    private static <T> Optional<T> read(ScalarKind<T> kind, String text) {
        return kind.read(new Raw.Text(text, Raw.Form.PLAIN, Origin.PRESET), (raw, reason) -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "15m, PT15M",
        "2h, PT2H",
        "1d, P1D",
        "1h30m, PT1H30M",
        "1d12h, PT36H",
        "01:30:05, PT1H30M5S",
        "100:00:00, PT100H",
        "0s, PT0S"
    })
    void times(String text, Duration time) {
        assertThat(read(Scalars.duration(), text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "s", "1.5h", "-1s", "30m1h", "1:60:00", "1h 30m", "forever", "99999999999d"})
    void noTimes(String text) {
        assertThat(read(Scalars.duration(), text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "512, 512",
        "0, 0",
        "1kB, 1000",
        "100MB, 100000000",
        "1.5GB, 1500000000",
        "2GiB, 2147483648",
        "1 MiB, 1048576",
        "9TB, 9000000000000"
    })
    void sizes(String text, long bytes) {
        assertThat(read(Scalars.size(), text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"big", "-1", "1mb", "1Mb", "1 PB", "99999999999999999", "999999999999999TiB", "1.5.5GB"})
    void noSizes(String text) {
        assertThat(read(Scalars.size(), text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "False, false", "yes, true", "OFF, false", "' on ', true"})
    void flags(String text, boolean flag) {
        assertThat(read(Scalars.flag(), text)).contains(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "truth", ""})
    void noFlags(String text) {
        assertThat(read(Scalars.flag(), text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "0x10", "9999999999", "+1", "١"})
    void noCounts(String text) {
        assertThat(read(Scalars.count(0), text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "0.5", "1.25"})
    void gigabytes(String text) {
        assertThat(read(Scalars.gigabytes(), text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "4GB", "-1"})
    void noGigabytes(String text) {
        assertThat(read(Scalars.gigabytes(), text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slurm-job", "me/jobs", "a.b"})
    void branchPrefixes(String text) {
        assertThat(read(Scalars.branchPrefix(), text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-x", "/x", "x/", "a//b", ".a", "a/.b", "a..b", "a b", "a~1", "a:b", "a@{b", "a.lock", "a*"})
    void noBranchPrefixes(String text) {
        assertThat(read(Scalars.branchPrefix(), text)).isEmpty();
    }

    @Test
    void linkedPathsAreMadePlain() {
        assertThat(read(Scalars.inside(), "./data//raw/")).contains(Path.of("data/raw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--upload-pack=evil", "a\nb", ""})
    void noOperands(String text) {
        assertThat(read(Scalars.operand(), text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", ".hidden", "-x", "a b"})
    void noNames(String text) {
        assertThat(read(Scalars.name(), text)).isEmpty();
    }
}
