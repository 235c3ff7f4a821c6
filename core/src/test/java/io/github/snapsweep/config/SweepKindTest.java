package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.slurm.TaskIndices;
import io.github.snapsweep.sweep.JoinedSweeps;
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
                "'a b': 1 ~ \"a b\" is no name of a parameter",
                "'a=1 b': 2 ~ \"a=1 b\" is no name of a parameter",
                "'a=1; b': [2] ~ \"a=1; b\" is no name of a parameter",
                "'': 1 ~ \"\" is no name of a parameter",
                "1: 1 ~ \"1\" is no name of a parameter",
                "a: 1 b=2 ~ \"1 b=2\" is said of one parameter, and holds another",
                "a: 1;b=2 ~ \"1;b=2\" is said of one parameter, and holds another",
                "a: \"1\\n+b=2\" ~ \"1\\n+b=2\" is said of one parameter, and holds another"
            })
    void anEntryOfAMapIsOfOneParameterAlone(String entry, String message) {
        assertThat(new Given(directory).yaml("sweep:\n  " + entry + "\n").message())
                .contains("snapsweep.yaml:2", message, "sweep takes");
    }

    @Test
    void keysOfADictionaryAreReadBackAsTheyWereMeant() {
        List<String> texts = sweeps("sweep:\n  x: [{'a:1,b': 2, 'c d': 3, '}': 4}]\n");

        assertThat(JoinedSweeps.parse(texts, List.of(), directory, 10).points())
                .singleElement()
                .satisfies(point -> assertThat(point.arguments()).containsExactly("x={a\\:1\\,b:2,c\\ d:3,\\}:4}"));
    }

    @Test
    void sourcesHoldTogetherTheLaterOverTheEarlierParameterByParameter() {
        Given given = new Given(directory)
                .pom("sweep", "a=1; b=2")
                .yaml("sweep:\n  b: 3\n  c: [4, 5]\n")
                .file("wide.txt", "# what is wide\nd=6\n  # and more\nc=7\n")
                .property("slurm.sweepFile", "wide.txt")
                .property("sweep", "~a; d=8");

        assertThat(given.slurm().sweep().texts()).hasSize(1);
        assertThat(JoinedSweeps.parse(given.slurm().sweep().texts(), List.of(), directory, 10)
                        .points())
                .singleElement()
                .satisfies(point -> assertThat(point.arguments()).containsExactly("b=3", "c=7", "d=8"));
    }

    @Test
    void aLaterSourceHoldsOverEachOfSeveralSweeps() {
        Given given = new Given(directory).yaml("sweep: [a=1, b=2]\n").property("sweep", "seed=1");

        assertThat(given.slurm().sweep().texts()).containsExactly("a=1\nseed=1", "b=2\nseed=1");
    }

    @Test
    void severalSweepsReplaceWhatCameBefore() {
        Given given = new Given(directory).pom("sweep", "a=1").yaml("sweep: [b=2, b=3]\n");

        assertThat(given.slurm().sweep().texts()).containsExactly("b=2", "b=3");
    }

    @Test
    void rulesOfALaterSourceReplaceThoseOfAnEarlierOne() {
        Given given = new Given(directory).yaml("sweepExclude: [a=1, b=2]\n");

        assertThat(given.slurm().sweep().exclude()).containsExactly("a=1", "b=2");
        assertThat(given.property("slurm.sweepExclude", "c=3").slurm().sweep().exclude())
                .containsExactly("c=3");
    }

    @Test
    void aSweepFileThatIsNotThereIsAFault() {
        assertThat(new Given(directory).property("slurm.sweepFile", "no.txt").message())
                .contains("-Dslurm.sweepFile", directory.resolve("no.txt").toString());
    }

    @Test
    void tasksAreNamedByTheirNumbers() {
        assertThat(new Given(directory)
                        .property("slurm.only", " 0,3,7-9 ")
                        .slurm()
                        .sweep()
                        .only())
                .contains(TaskIndices.of(List.of(0, 3, 7, 8, 9)));
        for (String wrong : List.of("a", "1-", "-1", "1,,2", "9-7", "1.5", "0-99999999")) {
            assertThat(new Given(directory).property("slurm.only", wrong).message())
                    .contains("-Dslurm.only", "numbers of tasks such as 0,3,7-9");
        }
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
