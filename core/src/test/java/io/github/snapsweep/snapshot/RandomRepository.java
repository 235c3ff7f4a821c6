package io.github.snapsweep.snapshot;

import io.github.snapsweep.fixture.GitFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A repository, as the edits that make it. As text it is a shell script, which makes it again in an empty repository.
 *
 * @param place what kind of work tree all happens in
 * @param edits what happens in it
 */
record RandomRepository(Place place, List<Edit> edits) {

    /** The kinds of work trees. */
    enum Place {
        FIRST("repository", "common=.git"),
        LINKED(
                "linked",
                "git commit -q --allow-empty -m root; git worktree add -q -b other ../linked; cd ../linked;"
                        + " common=../repository/.git"),
        BORROWER("borrower", "git clone -q --template= --shared . ../borrower; cd ../borrower; common=.git");

        private final String folder;
        private final String prelude;

        Place(String folder, String prelude) {
            this.folder = folder;
            this.prelude = prelude;
        }
    }

    /** Makes the repository. */
    GitFixture in(Path folder) {
        GitFixture first = GitFixture.in(folder.resolve("repository"));
        first.write("../script", script().getBytes(StandardCharsets.US_ASCII)).run(Map.of(), "sh", "../script");
        return GitFixture.at(folder.resolve(place.folder));
    }

    private static final String FUNCTIONS = """
            export GIT_LITERAL_PATHSPECS=1
            file() { f=$1; [ -f "$f" ] && [ ! -L "$f" ]; }
            fresh() {
                f=$1; [ ! -e "$f" ] && [ ! -L "$f" ] || rm -rf "$f"
                case $f in */*) [ -d "${f%/*}" ] || mkdir -p "${f%/*}";; esac
            }
            git config maintenance.auto false
            """;

    private String script() {
        return Stream.of(Stream.of(FUNCTIONS + place.prelude), edits.stream().map(Edit::script), Stream.of("exit 0"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public String toString() {
        return script();
    }
}
