package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of {@link CaptureParityTest} in the corners of git's rules. */
class CaptureCasesTest {

    private static final String LATER = "edited later\n";

    @TempDir
    Path temporary;

    @ParameterizedTest
    @MethodSource({
        "indexes",
        "namesThatAreNoText",
        "patterns",
        "ignoreFiles",
        "attributeFiles",
        "lineEnds",
        "filters",
        "replacements",
        "repositories"
    })
    void a_snapshot_holds_what_git_would_add_and_changes_nothing_of_the_users(UnaryOperator<GitFixture> edits) {
        GitFixture git = edits.apply(base());
        Fingerprint before = git.fingerprint();
        String expected = git.tree();

        Snapshot snapshot = Snapper.of(git).create().snapshot();

        assertThat(snapshot.tree())
                .withFailMessage(() -> difference(git, snapshot))
                .isEqualTo(expected);
        assertThat(git.fingerprint().without(snapshot.ref())).isEqualTo(before);
        git.fsck();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_git_refuses_to_add_is_refused(UnaryOperator<GitFixture> edits) {
        GitFixture git = edits.apply(base());
        Fingerprint before = git.fingerprint();

        assertThatThrownBy(git::tree).isInstanceOf(IllegalStateException.class);
        assertThatExceptionOfType(Problem.class).isThrownBy(Snapper.of(git)::create);

        assertThat(git.fingerprint()).isEqualTo(before);
    }

    /** Git overlooks such edits by wish of the user, which must not keep them from a job. */
    @Test
    void edits_of_files_that_are_assumed_unchanged_are_captured() {
        GitFixture git = base().then("update-index", "--assume-unchanged", "a.txt", "src/b.txt")
                .write("a.txt", LATER)
                .delete("src/b.txt");

        String tree = Snapper.of(git).tree();

        git.then("update-index", "--no-assume-unchanged", "a.txt", "src/b.txt");
        assertThat(tree).isEqualTo(git.tree());
    }

    @Test
    void edits_of_files_with_skip_worktree_in_no_sparse_checkout_are_captured() {
        GitFixture git = base().then("update-index", "--skip-worktree", "a.txt").write("a.txt", LATER);

        String tree = Snapper.of(git).tree();

        git.then("update-index", "--no-skip-worktree", "a.txt");
        assertThat(tree).isEqualTo(git.tree());
    }

    /** Git takes both for the same file, of which only one can be in a tree. */
    @ParameterizedTest
    @ValueSource(strings = {"SRC/new.txt", "A.TXT"})
    void names_that_differ_in_case_from_tracked_ones_are_refused_with_ignore_case(String name) {
        GitFixture git = base().config("core.ignoreCase", "true").write(name, "new\n");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(Snapper.of(git)::create)
                .withMessageContaining("core.ignoreCase");
    }

    /** Git lets both go without a word: the one is not on disk, and the other is taken for it. */
    @Test
    void a_file_that_git_would_lose_for_a_deleted_one_of_another_case_is_refused_with_ignore_case() {
        GitFixture git = base().delete("a.txt").write("A.TXT", "new\n").config("core.ignoreCase", "true");
        Fingerprint before = git.fingerprint();
        assertThat(git.listing().toLowerCase(Locale.ROOT)).doesNotContain("\ta.txt");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(Snapper.of(git)::create)
                .withMessageStartingWith("A.TXT differs from what git tracks there");

        assertThat(git.fingerprint()).isEqualTo(before);
    }

    static Stream<Arguments> indexes() {
        return Stream.of(
                scenario(
                        "index version 3, by --intent-to-add",
                        git -> git.write("new.txt", "new\n")
                                .then("add", "-N", "new.txt")
                                .write("a.txt", LATER)),
                scenario(
                        "index version 3, by --skip-worktree of a file that is not on disk",
                        git -> git.then("update-index", "--skip-worktree", "a.txt")
                                .delete("a.txt")
                                .write("src/b.txt", LATER)),
                scenario(
                        "index version 4 with --intent-to-add and --skip-worktree",
                        git -> git.write("new.txt", "new\n")
                                .then("add", "-N", "new.txt")
                                .then("update-index", "--skip-worktree", "src/b.txt")
                                .then("update-index", "--index-version", "4")
                                .write("a.txt", LATER)),
                scenario(
                        "files that a monitor called unchanged",
                        git -> git.config("core.fsmonitor", "/bin/false")
                                .then("update-index", "--fsmonitor")
                                .then("update-index", "--fsmonitor-valid", "a.txt", "src/b.txt")
                                .write("a.txt", LATER)
                                .delete("src/b.txt")),
                scenario(
                        "as many bytes and the old time, in another second",
                        git -> shell(
                                git,
                                "sleep 1.1; touch -r a.txt ../time; printf 'ONE\\n' > a.txt; touch -r ../time a.txt")),
                scenario(
                        "a file in the place of another of the same size and time",
                        git -> git.write("x.txt", "1\n")
                                .write("y.txt", "2\n")
                                .commit("twins")
                                .settle()
                                .move("y.txt", "z.txt")
                                .delete("x.txt")
                                .move("z.txt", "x.txt")),
                scenario(
                        "edited in the second of its commit",
                        git -> git.write("a.txt", "two\n").commit("second").write("a.txt", "six\n")),
                scenario(
                        "an index of another time than its files",
                        git -> shell(git, "touch -d '2 hours ago' .git/index").write("a.txt", "six\n")),
                scenario(
                        "deleted in the index only, ignored since",
                        git -> git.then("rm", "-q", "--cached", "a.txt").write(".gitignore", "a.txt\n")));
    }

    static Stream<Arguments> namesThatAreNoText() {
        return Stream.of(
                shell("a name that is no UTF-8", "printf x > \"$(printf 'caf\\351')\""),
                shell(
                        "two such names, alike but for those bytes",
                        "printf x > \"$(printf 'caf\\351')\"; printf y > \"$(printf 'caf\\350')\""),
                shell("a folder's name", "mkdir \"$(printf 'caf\\351')\"; printf x > \"$(printf 'caf\\351/x')\""),
                shell(
                        "a tracked file, edited",
                        "printf x > \"$(printf 'caf\\351')\"; git add .; printf xy > \"$(printf 'caf\\351')\""),
                shell(
                        "a tracked file, deleted",
                        "printf x > \"$(printf 'caf\\351')\"; git add .; rm \"$(printf 'caf\\351')\""),
                shell("a link's name", "ln -s a.txt \"$(printf 'caf\\351')\""),
                shell("a link's target", "ln -s \"$(printf 'caf\\351')\" coffee"),
                shell(
                        "names that sort around it",
                        "printf 1 > \"$(printf '\\351')\"; printf 2 > \"$(printf '\\303\\251')\";"
                                + " printf 3 > \"$(printf '\\377')\"; printf 4 > z"),
                shell(
                        "ignored and taken back",
                        "printf 1 > \"$(printf 'caf\\351')\"; printf 2 > \"$(printf 'caf\\350')\";"
                                + " printf 'caf?\\n!caf\\350\\n' > .gitignore"),
                shell(
                        "attributes",
                        "printf '1\\r\\n' > \"$(printf 'caf\\351')\"; printf 'caf\\351 text\\n' > .gitattributes"),
                shell(
                        "a clean filter that is told the name",
                        "git config filter.named.clean 'echo %f; cat'; printf '* filter=named\\n' > .gitattributes;"
                                + " printf x > \"$(printf 'caf\\351')\""));
    }

    static Stream<Arguments> patterns() {
        return Stream.of(
                ignoring("a class of characters", "x[[:digit:]]\n[[:upper:]]*.md\nz[![:alpha:]]\n"),
                ignoring("a class that there is not", "x[[:nonsense:]]\nx[[:digit:]\n"),
                ignoring("a class with brackets and strokes", "[]x]1\n[x-]2\n[!]a-y]3\n"),
                ignoring("a class that is not closed", "x[1\nx[\n[\n"),
                ignoring("a class that holds a slash", "src[/]x1\ndata[!a]x1\n"),
                ignoring("a range that runs backwards", "x[9-0]\n"),
                ignoring("escapes", "\\x1\nx\\2\n\\*\nX.md\\\nz\\\\\n"),
                ignoring("doubled slashes at the front", "//**\n"),
                ignoring("doubled slashes", "**//**\nsrc//x1\n"),
                ignoring("doubled slashes, negated", "/src/\n!**//*\n"),
                ignoring("stars within a name", "**x1\nsrc/**2\nda**/x3\n"),
                scenario(
                        "ignored: a question mark for each byte of a letter",
                        git -> git.write("größe", "1").write("gräser", "2").write(".gitignore", "gr????e\ngr?ser\n")),
                ignoring("three stars", "***\n!x1\n"),
                ignoring("blanks at the end", "x1 \nx2\\ \nx3\\  \nX.md\t\n"),
                ignoring("an empty negation and a single slash", "!\n/\n"),
                ignoring("CRLF at the line ends", "x1\r\ndata/\r\n\r\n"),
                ignoring("a byte order mark", "\uFEFFx1\nx2\n"),
                ignoring("no line end", "x1\nx2"),
                ignoring("folders taken back one in another", "/data/*\n!/data/keep\n/data/keep/*\n!/data/keep/x1\n"),
                ignoring("a file below an ignored folder taken back", "data/\n!data/keep/x1\n"),
                ignoring("all but folders", "*\n!*/\n!x1\n"),
                ignoring("a link taken for a folder", "to-data/\n"),
                scenario(
                        "core.ignoreCase=true",
                        git -> files(git).config("core.ignoreCase", "true").write(".gitignore", "X1\nDATA/\nx.MD\n")),
                scenario(
                        "core.ignoreCase=true and a folder that became a file",
                        git -> files(git)
                                .commit("files")
                                .config("core.ignoreCase", "true")
                                .delete("data")
                                .write("data", "a file\n")),
                scenario(
                        "core.ignoreCase=true and a file that became a folder",
                        git -> files(git)
                                .commit("files")
                                .config("core.ignoreCase", "true")
                                .delete("x1")
                                .write("x1/y", "a file\n")),
                scenario(
                        "core.ignoreCase=true and a class of characters",
                        git -> files(git)
                                .config("core.ignoreCase", "true")
                                .write(".gitignore", "[[:upper:]]1\n[A-W]ata\n")),
                scenario(
                        "core.ignoreCase=true and attributes",
                        git -> files(git)
                                .config("core.ignoreCase", "true")
                                .write(".gitattributes", "*.TXT text\n")
                                .write("a.txt", "one\r\n")));
    }

    static Stream<Arguments> ignoreFiles() {
        return Stream.of(
                scenario(
                        "a .gitignore that is a link",
                        git -> git.write("rules", "*.log\n")
                                .link(".gitignore", "rules")
                                .write("x.log", "1")),
                scenario(
                        "a .gitignore that is a folder",
                        git -> git.write(".gitignore/x.log", "*.log\n").write("x.log", "1")),
                scenario(
                        "a .gitignore in a folder that is a link",
                        git -> git.write("data/.gitignore", "*.log\n")
                                .write("data/x.log", "1")
                                .link("to-data", "data")),
                scenario(
                        "a .gitignore in a tracked folder that is ignored",
                        git -> git.write("data/kept.txt", "1")
                                .commit("more")
                                .write(".gitignore", "data/\n")
                                .write("data/.gitignore", "!x.txt\n")
                                .write("data/x.txt", "1")),
                scenario(
                        "a .gitignore that ignores itself",
                        git -> git.write("src/.gitignore", "*\n")
                                .write("src/x", "1")
                                .write("src/b.txt", LATER)),
                scenario(
                        "a tracked .gitignore that was deleted on disk, with --skip-worktree",
                        git -> git.write(".gitignore", "*.log\n")
                                .commit("rules")
                                .then("update-index", "--skip-worktree", ".gitignore")
                                .delete(".gitignore")
                                .write("x.log", "1")),
                scenario("info/exclude of a linked worktree", git -> {
                    GitFixture linked = linked(git.write(".git/info/exclude", "*.log\n"));
                    return linked.write("x.log", "1")
                            .write("x.tmp", "2")
                            .write(linked.gitDirectory().resolve("info/exclude").toString(), "*.tmp\n");
                }),
                scenario(
                        "a submodule's path among the patterns",
                        git -> CaptureParityTest.withSubmodule(git)
                                .write(".gitignore", "library\nlibrary/\n")
                                .write("a.txt", LATER)));
    }

    static Stream<Arguments> attributeFiles() {
        return Stream.of(
                attributes("a macro", "[attr]mine text eol=crlf\n*.txt mine\n"),
                attributes("a macro that is unset", "[attr]mine -text\n* text\n*.txt -mine\n*.md mine\n*.txt !mine\n"),
                attributes("a macro in a macro", "[attr]inner text\n[attr]outer inner\n*.txt outer\n"),
                attributes("a macro set anew", "[attr]binary text\n*.txt binary\n"),
                attributes("binary, unset", "*.txt binary\na.txt -binary\n*.md text=auto\nx.md !binary\n"),
                attributes("a pattern in quotes", "\"a.txt\" text\n\"with\\040blank.txt\" text\n"),
                attributes("a folder's pattern", "src/ text\nsrc text\n"),
                attributes("stars", "src/** text\n**/x.md text\n"),
                attributes("many stars", "****** text\n"),
                attributes("a class of characters", "[[:alpha:]].txt text\n"),
                attributes("a negated pattern", "!a.txt text\n* text=auto\n"),
                attributes("unspecified again", "* text\na.txt !text\n"),
                attributes("an end of line that there is not", "*.txt eol=nonsense\n"),
                attributes("a text that there is not", "*.txt text=nonsense\n"),
                attributes("eol alone", "*.txt eol=lf\n*.md -text eol=lf\n"),
                attributes("the old names", "*.txt crlf\n*.md crlf=input\nsrc/* -crlf\n"),
                attributes("the old name auto", "* crlf=auto\n"),
                attributes("the old name under the new one", "*.txt -text crlf\n*.md text -crlf\n"),
                attributes(
                        "the old name beside a new one of a value that git doesn't know",
                        "* text=nonsense\n*.txt crlf\n*.md -crlf\nsrc/* crlf=input\nwith* crlf=auto\n"),
                attributes("values that git doesn't know", "* text=nonsense crlf=nonsense\n*.txt eol=lf\n"),
                attributes("the old name unset with an end of line", "*.txt text eol=lf -crlf\n*.md -crlf eol=lf\n"),
                attributes("CRLF at the line ends", "*.txt text\r\n*.md text eol=lf\r\n"),
                attributes("comments and blanks", "# *.md text\n  *.txt \t text \n"),
                scenario(
                        "a macro in a folder, where none can be",
                        git -> crlf(git).write("src/.gitattributes", "[attr]mine text\n*.txt mine\n")),
                scenario(
                        "a macro of the repository's own",
                        git -> crlf(git)
                                .write(".git/info/attributes", "[attr]mine text\n")
                                .write(".gitattributes", "*.txt mine\n")),
                scenario(
                        "info/attributes over .gitattributes",
                        git -> crlf(git)
                                .write(".git/info/attributes", "src/*.txt !text\n")
                                .write("src/.gitattributes", "* text\n")),
                scenario("info/attributes of a linked worktree", git -> {
                    GitFixture linked = linked(git.write(".git/info/attributes", "*.txt text\n"));
                    return crlf(linked)
                            .write(
                                    linked.gitDirectory()
                                            .resolve("info/attributes")
                                            .toString(),
                                    "*.md text\n");
                }),
                scenario(
                        "a .gitattributes that is a link",
                        git -> crlf(git).write("rules", "* text\n").link(".gitattributes", "rules")),
                scenario(
                        "a tracked .gitattributes that was deleted on disk",
                        git -> crlf(git.write(".gitattributes", "* text\n").commit("rules"))
                                .delete(".gitattributes")),
                scenario(
                        "a tracked .gitattributes that was deleted on disk, behind an edit of a name before it",
                        git -> crlf(git.write("-x", "one\n")
                                        .write(".gitattributes", "* text\n")
                                        .commit("rules")
                                        .settle())
                                .write("-x", "one\r\n")
                                .delete(".gitattributes")),
                scenario(
                        "a tracked .gitattributes that was deleted on disk, files at rest",
                        git -> crlf(git.write(".gitattributes", "* text\n")
                                        .commit("rules")
                                        .settle())
                                .delete(".gitattributes")),
                scenario(
                        "a tracked .gitattributes in a folder that was deleted on disk",
                        git -> crlf(git.write("src/.gitattributes", "* text\n")
                                        .commit("rules")
                                        .settle())
                                .delete("src/.gitattributes")),
                scenario(
                        "a tracked .gitattributes that is not checked out",
                        git -> crlf(git.write(".gitattributes", "* text\n").commit("rules"))
                                .then("update-index", "--skip-worktree", ".gitattributes")
                                .delete(".gitattributes")),
                scenario(
                        "a .gitattributes that is staged in another form",
                        git -> crlf(git.write(".gitattributes", "* text\n").stage())
                                .write(".gitattributes", "* -text\n")),
                scenario(
                        "attributes that came in the second of the commit",
                        git -> crlf(git).commit("CRLF").write(".gitattributes", "* text\n")),
                scenario(
                        "attributes that came when the files were at rest",
                        git -> crlf(git).commit("CRLF").settle().write(".gitattributes", "* text\n")),
                scenario(
                        "attributes that came with an edit",
                        git -> crlf(git)
                                .commit("CRLF")
                                .settle()
                                .write(".gitattributes", "* text=auto\n")
                                .write("a.txt", "one\r\nmore\r\n")));
    }

    static Stream<Arguments> lineEnds() {
        return Stream.of(
                automatic("a lone CR", "one\rtwo\r\n"),
                automatic("a CR at the end", "one\r\ntwo\r"),
                automatic("two CR before the LF", "one\r\r\n"),
                automatic("mixed", "one\r\ntwo\n"),
                automatic("^Z at the end", "one\r\n\u001a"),
                automatic("^Z alone", "\u001a"),
                automatic("^Z in the middle", "one\r\n\u001atwo\r\n"),
                automatic("control characters", "\u0001\u0002\u0003\r\n"),
                automatic("control characters that are text", "\b\t\u001b\f\r\n"),
                automatic("DEL", "\u007f\r\n"),
                automatic("few control characters in much text", "x".repeat(128) + "\u0001\r\n"),
                automatic("too many control characters in much text", "x".repeat(125) + "\u0001\r\n"),
                automatic("NUL", "one\0\r\n"),
                automatic("NUL after much text", "one\r\n" + "x".repeat(9000) + "\0"),
                automatic("NUL after very much text", "one\r\n" + "x".repeat(200_000) + "\0"),
                automatic("a lone CR after much text", "one\r\n" + "x".repeat(9000) + "\rx"),
                automatic("CRLF around the buffers' ends", ("x".repeat(8191) + "\r\n").repeat(9)),
                automatic("no letters but line ends", "\r\n\r\n"),
                automatic("letters that are not ASCII", "größe\r\n"),
                scenario(
                        "core.autocrlf=true with CRLF in the index",
                        git -> committed(git, "one\r\n")
                                .config("core.autocrlf", "true")
                                .write("x", "one\r\nmore\r\n")),
                scenario(
                        "core.autocrlf=true with a lone CR in the index",
                        git -> committed(git, "one\r")
                                .config("core.autocrlf", "true")
                                .write("x", "one\r\nmore\r\n")),
                scenario(
                        "core.autocrlf=true with CRLF and NUL in the index",
                        git -> committed(git, "one\r\n\0")
                                .config("core.autocrlf", "true")
                                .write("x", "one\r\nmore\r\n")),
                scenario(
                        "core.autocrlf=true with CRLF staged and LF committed",
                        git -> committed(git, "one\n")
                                .write("x", "one\r\n")
                                .stage()
                                .config("core.autocrlf", "true")
                                .write("x", "one\r\nmore\r\n")),
                scenario(
                        "core.autocrlf=true with CRLF in our side of a conflict",
                        git -> conflict(git, "ours\r\n", "theirs\n")),
                scenario(
                        "core.autocrlf=true with CRLF in their side of a conflict",
                        git -> conflict(git, "ours\n", "theirs\r\n")),
                scenario(
                        "core.autocrlf=true with CRLF in a link that became a file",
                        git -> git.link("x", "one\r\n")
                                .stage()
                                .config("core.autocrlf", "true")
                                .delete("x")
                                .write("x", "one\r\ntwo\r\n")),
                scenario(
                        "core.autocrlf=true on a file that stands for a link",
                        git -> standIn(git, "a.txt").write("x", "one\r\n")),
                scenario(
                        "core.autocrlf=true on a file that stands for a link with CRLF",
                        git -> standIn(git, "one\r\n").write("x", "one\r\ntwo\r\n")),
                scenario(
                        "a filter on a file that stands for a link",
                        git -> standIn(git, "a.txt")
                                .config("filter.x.clean", "tr a-z A-Z")
                                .write(".gitattributes", "x filter=x\n")
                                .write("x", "b.txt")),
                scenario(
                        "core.autocrlf=true with CRLF in a file that became a link and a file again",
                        git -> committed(git, "one\r\n")
                                .delete("x")
                                .link("x", "a.txt")
                                .stage()
                                .config("core.autocrlf", "true")
                                .delete("x")
                                .write("x", "one\r\n")),
                scenario(
                        "text=auto with CRLF in the index",
                        git -> committed(git, "one\r\n")
                                .write(".gitattributes", "* text=auto eol=crlf\n")
                                .write("x", "more\r\n")),
                scenario(
                        "text with CRLF in the index",
                        git -> committed(git, "one\r\n")
                                .write(".gitattributes", "* text\n")
                                .write("x", "more\r\n")),
                scenario(
                        "core.eol=crlf",
                        git -> crlf(git)
                                .config("core.eol", "crlf")
                                .write(".gitattributes", "*.txt text\n*.md text=auto\n")),
                scenario("core.eol=crlf without attributes", git -> crlf(git).config("core.eol", "crlf")),
                scenario(
                        "core.eol=lf beside core.autocrlf=true",
                        git -> crlf(git).config("core.eol", "lf").config("core.autocrlf", "true")),
                scenario(
                        "core.safecrlf=true where nothing is lost",
                        git -> crlf(git).config("core.safecrlf", "true").config("core.autocrlf", "true")),
                scenario(
                        "core.safecrlf=warn where something is",
                        git -> git.config("core.safecrlf", "warn")
                                .config("core.autocrlf", "input")
                                .write("x", "one\r\n")));
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filtered("a clean filter before the line ends", "tr a-z A-Z", "*.txt filter=x text\n"),
                filtered("a clean filter that writes CRLF", "sed 's/$/\\r/'", "*.txt filter=x text\n*.md filter=x\n"),
                filtered("a clean filter that writes nothing", "cat > /dev/null", "*.txt filter=x\n"),
                filtered("a clean filter that reads nothing", "echo fixed", "*.txt filter=x\n"),
                filtered("a clean filter that is set to nothing", "", "*.txt filter=x\n"),
                filtered(
                        "a clean filter that is unset for a file",
                        "tr a-z A-Z",
                        "* filter=x\na.txt -filter\nx.md !filter\n"),
                scenario(
                        "a clean filter that came in the second of the commit",
                        git -> git.commit("plain")
                                .config("filter.x.clean", "tr a-z A-Z")
                                .write(".gitattributes", "* filter=x\n")),
                scenario(
                        "a clean filter that came when the files were at rest",
                        git -> git.config("filter.x.clean", "tr a-z A-Z").write(".gitattributes", "* filter=x\n")),
                scenario(
                        "a clean filter beside a link and an executable file",
                        git -> git.config("filter.x.clean", "tr a-z A-Z")
                                .write(".gitattributes", "* filter=x\n")
                                .link("other", "src/b.txt")
                                .write("run.sh", "#!/bin/bash\n")));
    }

    static Stream<Arguments> replacements() {
        return Stream.of(
                scenario(
                        "a folder becomes a link that is ignored",
                        git -> git.write(".gitignore", "src\n").delete("src").link("src", "a.txt")),
                scenario(
                        "a folder becomes a file that is ignored",
                        git -> git.write(".gitignore", "*\n").delete("src").write("src", "file\n")),
                scenario(
                        "a file becomes a folder that is ignored",
                        git -> git.write(".gitignore", "a.txt/\n")
                                .delete("a.txt")
                                .write("a.txt/x", "1")),
                scenario(
                        "a folder becomes a link under core.autocrlf",
                        git -> git.config("core.autocrlf", "input")
                                .delete("src")
                                .link("src", "a.txt")),
                scenario(
                        "a folder becomes a file under core.autocrlf",
                        git -> git.config("core.autocrlf", "true").delete("src").write("src", "file\r\n")),
                scenario(
                        "a folder becomes a link to where its files are now",
                        git -> git.move("src", "../elsewhere").link("src", "../elsewhere")),
                scenario("a submodule in a folder that became a link", git -> {
                    submodule(git, "libraries/one").commit("with a submodule");
                    return git.delete("libraries").link("libraries", "src");
                }),
                scenario("a submodule that became a link", git -> {
                    submodule(git, "libraries/one").commit("with a submodule");
                    return git.delete("libraries/one").link("libraries/one", "../src");
                }),
                scenario("a submodule in a folder that became a file", git -> {
                    submodule(git, "libraries/one").commit("with a submodule");
                    return git.delete("libraries").write("libraries", "file\n");
                }),
                shell("a named pipe", "mkfifo pipe"),
                shell("a named pipe in the place of an ignored file", "printf 'pipe\\n' > .gitignore; mkfifo pipe"));
    }

    static Stream<Arguments> repositories() {
        return Stream.of(
                scenario("objects of a repository that borrows itself", git -> {
                    git.then("clone", "-q", "--shared", git.root().toString(), "../second");
                    GitFixture second = GitFixture.at(git.path("../second"))
                            .write("b.txt", "two\n")
                            .commit("second");
                    second.then("clone", "-q", "--shared", second.root().toString(), "../third");
                    return GitFixture.at(git.path("../third")).write("a.txt", LATER);
                }),
                scenario("objects of another repository, by a relative path", git -> {
                    GitFixture other = GitFixture.in(git.path("../other"));
                    return other.write(".git/objects/info/alternates", "../../../repository/.git/objects\n")
                            .then("reset", "-q", "--hard", git.git("rev-parse", "HEAD"))
                            .write("a.txt", LATER);
                }),
                scenario("a partial clone", git -> partial(git).write("a.txt", LATER)),
                scenario(
                        "a partial clone of which much is not checked out",
                        git -> partial(git, "--sparse").write("a.txt", LATER).write("new/x.txt", "new\n")),
                scenario(
                        "a partial clone without a checkout",
                        git -> partial(git, "--no-checkout")
                                .then("read-tree", "HEAD")
                                .write("a.txt", "one\n")),
                scenario("a clone without a checkout", git -> {
                    git.then("clone", "-q", "--no-checkout", git.root().toString(), "../clone");
                    return GitFixture.at(git.path("../clone"));
                }),
                scenario("a clone without a checkout, and a file", git -> {
                    git.then("clone", "-q", "--no-checkout", git.root().toString(), "../clone");
                    return GitFixture.at(git.path("../clone")).write("a.txt", LATER);
                }),
                scenario(
                        "a sparse checkout by patterns",
                        git -> git.then("sparse-checkout", "set", "--no-cone", "/*", "!/src/")
                                .write("a.txt", LATER)
                                .write("src/new.txt", "new\n")),
                scenario(
                        "a sparse checkout with a file on disk that is not checked out",
                        git -> git.then("sparse-checkout", "set", "--no-cone", "/*", "!/src/")
                                .write("src/b.txt", LATER)),
                scenario(
                        "a file in the place of a folder that is not checked out",
                        git -> git.then("sparse-checkout", "set", "--no-cone", "/*", "!/src/")
                                .write("src", "a file\n")),
                scenario(
                        "an ignored file in the place of a folder that is not checked out",
                        git -> git.then("sparse-checkout", "set", "--no-cone", "/*", "!/src/")
                                .write(".gitignore", "/src\n")
                                .write("src", "a file\n")),
                scenario(
                        "an ignored folder in the place of a file that is not checked out",
                        git -> git.then("sparse-checkout", "set", "--no-cone", "/*", "!/a.txt")
                                .write(".gitignore", "/a.txt\n")
                                .write("a.txt/inner", "ignored\n")),
                scenario(
                        "an empty folder in the place of a file that is not checked out",
                        git -> git.then("sparse-checkout", "set", "--no-cone", "/*", "!/a.txt")
                                .write("a.txt/x", "x")
                                .delete("a.txt/x")),
                scenario(
                        "a sparse checkout of a linked worktree",
                        git -> linked(git)
                                .then("sparse-checkout", "set", "--cone", "src")
                                .write("src/b.txt", LATER)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                scenario(
                        "core.safecrlf=true and CRLF that would be lost",
                        git -> git.config("core.safecrlf", "true")
                                .config("core.autocrlf", "input")
                                .write("x", "one\r\n")),
                scenario(
                        "core.safecrlf=true and LF that would become CRLF",
                        git -> git.config("core.safecrlf", "true")
                                .config("core.autocrlf", "true")
                                .write("x", "one\n")),
                scenario(
                        "core.safecrlf=true and mixed line ends of a tracked text",
                        git -> git.config("core.safecrlf", "true")
                                .write(".gitattributes", "*.txt text\n")
                                .write("a.txt", "one\r\ntwo\n")),
                scenario(
                        "a required clean filter that fails",
                        git -> git.config("filter.x.clean", "exit 3")
                                .config("filter.x.required", "true")
                                .write(".gitattributes", "*.up filter=x\n")
                                .write("x.up", "x")),
                scenario("a folder that is git's own in other letters", git -> git.write("src/.GIT/x", "1")),
                scenario("a file that is git's own in other letters", git -> git.write("src/.Git", "1")),
                scenario("a file that is git's own by a short name", git -> git.write("src/git~1", "1")),
                scenario("a link with the name of the submodules' file", git -> git.link(".gitmodules", "a.txt")));
    }

    private GitFixture base() {
        return GitFixture.in(temporary.resolve("repository"))
                .write("a.txt", "one\n")
                .write("src/b.txt", "two\n")
                .write("run.sh", "#!/bin/sh\n")
                .executable("run.sh")
                .link("link", "a.txt")
                .commit("first")
                .settle();
    }

    /** The lines of each tree that the other one lacks. */
    private static String difference(GitFixture git, Snapshot snapshot) {
        List<String> expected = git.listing().lines().toList();
        List<String> captured = git.listing(snapshot.ref()).lines().toList();
        return "git would add:\n" + lacking(captured, expected) + "\nand the snapshot has instead:\n"
                + lacking(expected, captured);
    }

    private static String lacking(List<String> some, List<String> all) {
        return all.stream().filter(line -> !some.contains(line)).collect(Collectors.joining("\n"));
    }

    /** Names for patterns to match. */
    private static GitFixture files(GitFixture git) {
        for (String folder : new String[] {"", "src/", "data/", "data/keep/"}) {
            for (String name : new String[] {"x1", "x2", "x2 ", "x3", "X.md", "z\\", "z]", "*"}) {
                git.write(folder + name, folder + name);
            }
        }
        return git.link("to-data", "data");
    }

    /** Edits with CRLF. */
    private static GitFixture crlf(GitFixture git) {
        return git.write("a.txt", "one\r\n")
                .write("src/b.txt", "two\r\n")
                .write("x.md", "three\r\n")
                .write("src/x.md", "four\r\n")
                .write("with blank.txt", "five\r\n");
    }

    /** A link of git's, on a file system without links. */
    private static GitFixture standIn(GitFixture git, String target) {
        return git.link("x", target)
                .stage()
                .config("core.symlinks", "false")
                .config("core.autocrlf", "true")
                .delete("x");
    }

    private static GitFixture committed(GitFixture git, String content) {
        return git.write("x", content).commit("x").settle();
    }

    private static GitFixture conflict(GitFixture git, String ours, String theirs) {
        return git.then("checkout", "-q", "-b", "side")
                .write("x", theirs)
                .commit("theirs")
                .then("checkout", "-q", "main")
                .write("x", ours)
                .commit("ours")
                .fails("merge", "side")
                .config("core.autocrlf", "true")
                .write("x", "resolved\r\n");
    }

    private static GitFixture linked(GitFixture git) {
        git.then("worktree", "add", "-q", "-b", "other", "../linked");
        return GitFixture.at(git.path("../linked"));
    }

    private static GitFixture partial(GitFixture git, String... options) {
        git.config("uploadpack.allowFilter", "true")
                .write("src/b.txt", "second\n")
                .commit("second");
        String[] words = Stream.of(
                        Stream.of("clone", "-q", "--filter=blob:none"),
                        Stream.of(options),
                        Stream.of("file://" + git.root(), "../partial"))
                .flatMap(part -> part)
                .toArray(String[]::new);
        git.then(words);
        return GitFixture.at(git.path("../partial"));
    }

    private static GitFixture submodule(GitFixture git, String path) {
        GitFixture library = GitFixture.in(git.path("../library"))
                .write("lib.txt", "library\n")
                .commit("library");
        return git.then("submodule", "-q", "add", library.root().toString(), path);
    }

    private static GitFixture shell(GitFixture git, String script) {
        git.run(Map.of(), "sh", "-c", script);
        return git;
    }

    private static Arguments shell(String name, String script) {
        return scenario(name, git -> shell(git, script));
    }

    private static Arguments ignoring(String name, String rules) {
        return scenario("ignored: " + name, git -> files(git).write(".gitignore", rules));
    }

    private static Arguments attributes(String name, String rules) {
        return scenario("attributes: " + name, git -> crlf(git).write(".gitattributes", rules));
    }

    private static Arguments automatic(String name, String content) {
        return scenario(
                "text=auto: " + name,
                git -> git.write(".gitattributes", "* text=auto\n").write("x", content));
    }

    private static Arguments filtered(String name, String clean, String rules) {
        return scenario(name, git -> crlf(git).config("filter.x.clean", clean).write(".gitattributes", rules));
    }

    private static Arguments scenario(String name, UnaryOperator<GitFixture> edits) {
        return argumentSet(name, edits);
    }
}
