package io.github.snapsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @TempDir
    Path project;

    @BeforeEach
    void files() throws IOException {
        for (String file : List.of(
                "data/b.csv",
                "data/a.csv",
                "data/a b.csv",
                "data/old/c.csv",
                "data/notes.txt",
                "conf/x.yaml",
                "conf/y.yaml",
                ".git/config.csv",
                "top.csv")) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.createFile(project.resolve(file));
        }
    }

    private List<String> found(String text) {
        return Sweep.parse("x=" + text, project).factors().get(0).values().stream()
                .map(Value::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "glob(data/*.csv) | data/a b.csv,data/a.csv,data/b.csv",
                "glob(*.csv) | top.csv",
                "glob(**.csv) | data/a b.csv,data/a.csv,data/b.csv,data/old/c.csv,top.csv",
                "glob(data/**.csv) | data/a b.csv,data/a.csv,data/b.csv,data/old/c.csv",
                "glob(data/?.csv) | data/a.csv,data/b.csv",
                "glob('conf/{x,y}.yaml') | conf/x.yaml,conf/y.yaml",
                "glob('conf/[y-z].yaml') | conf/y.yaml",
                "glob(conf/x.yaml) | conf/x.yaml",
                "glob([conf/x*,conf/y*,top*]) | conf/x.yaml,conf/y.yaml,top.csv",
                "glob(data/*,exclude=*/*.csv) | data/notes.txt",
                "glob(data/*,exclude=[*/a*,*/*.txt]) | data/b.csv",
                "glob(include=conf/*,exclude=null) | conf/x.yaml,conf/y.yaml"
            })
    void theFilesOfTheProjectThatMatchInOrder(String text, String expected) {
        assertThat(String.join(",", found(text))).isEqualTo(expected);
    }

    @Test
    void foldersAndLinksThatGoRoundInCirclesAreNoFiles() throws IOException {
        Files.createSymbolicLink(project.resolve("data/again"), project.resolve("data"));

        assertThat(found("glob(data/*)")).doesNotContain("data/old", "data/again");
    }

    @Test
    void noFileIsAnErrorThatNamesTheProject() {
        assertThatThrownBy(() -> found("glob(data/*.parquet)"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no file of " + project + " matches");
    }
}
