package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepKindTest {

    @TempDir
    Path directory;

    private List<String> sweeps(String yaml) {
        return new Given(directory).yaml(yaml).slurm().sweep().texts();
    }

    @Test
    void aTextIsOneSweep() {
        assertThat(sweeps("sweep: lr=0.1,0.01 seed=range(0,10)")).containsExactly("lr=0.1,0.01 seed=range(0,10)");
    }

    @Test
    void aListIsSeveral() {
        assertThat(sweeps("sweep:\n  - a=1,2\n  - b=3\n  - c: [5, 6]\n")).containsExactly("a=1,2", "b=3", "c=5,6");
    }

    @Test
    void aMapIsOneByParameter() {
        assertThat(sweeps(
                        "sweep:\n  lr: 0.1,0.01\n  seed: range(0,3)\n  n: 5\n  opt: [sgd, adam]\n  m: null\n  ~old:\n"))
                .containsExactly("lr=0.1,0.01; seed=range(0,3); n=5; opt=sgd,adam; m=null; ~old");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '~',
            value = {
                "[1, 2.50, 1e-4, -3] ~ x=1,2.50,1e-4,-3",
                "[true, null, no] ~ x=true,null,no",
                "[\"1\", \"true\", \"word\"] ~ x='1','true',word",
                "[a b, \"c,d\"] ~ x='a b','c,d'",
                "[\"it's\", 'a\\'] ~ x='it\\'s','a\\\\'",
                "[\"\", größe] ~ x='','größe'",
                "[[1, 2], [3]] ~ x=[1,2],[3]",
                "[{a: 1, b: [c]}] ~ x={a:1,b:[c]}",
                "[conf/a.yaml, 'range(0,3)'] ~ x=conf/a.yaml,'range(0,3)'"
            })
    void itemsOfAListAreReadBackAsTheyWereMeant(String list, String override) {
        assertThat(sweeps("sweep:\n  x: " + list + "\n")).containsExactly(override);
    }
}
