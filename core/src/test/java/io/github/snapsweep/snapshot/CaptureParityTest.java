package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise: a snapshot's tree is what {@code git add -A && git write-tree} gives on a copy of the index. */
class CaptureParityTest {

    private static final String LATER = "edited later\n";

    @TempDir
    Path temporary;

    @ParameterizedTest
    @MethodSource({"edits", "modesAndLinks", "names", "ignoring", "conversions", "repositories", "submodules"})
    void a_snapshot_holds_what_git_would_add_and_changes_nothing_of_the_users(UnaryOperator<GitFixture> edits) {
        GitFixture git = edits.apply(base(temporary.resolve("repository")));
        Fingerprint before = git.fingerprint();

        Snapshot snapshot = Snapper.of(git).create().snapshot();

        assertThat(git.git("rev-parse", snapshot.ref() + "^{tree}")).isEqualTo(snapshot.tree());
        assertThat(snapshot.tree())
                .withFailMessage(() -> difference(git, snapshot))
                .isEqualTo(git.tree());
        assertThat(git.fingerprint().without(snapshot.ref())).isEqualTo(before);
        git.fsck();
    }

    private static String difference(GitFixture git, Snapshot snapshot) {
        return "git would add:\n" + git.listing() + "\nthe snapshot has:\n" + git.listing(snapshot.ref());
    }

    private static GitFixture base(Path folder) {
        return GitFixture.in(folder)
                .write("a.txt", "one\n")
                .write("src/b.txt", "two\n")
                .write("src/deep/c.txt", "three\n")
                .write("run.sh", "#!/bin/sh\n")
                .executable("run.sh")
                .link("link", "a.txt")
                .commit("first")
                .settle();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                scenario("nothing edited", git -> git),
                scenario("staged", git -> git.write("a.txt", LATER).stage("a.txt")),
                scenario("unstaged", git -> git.write("a.txt", LATER)),
                scenario(
                        "staged, then edited",
                        git -> git.write("a.txt", "between\n").stage("a.txt").write("a.txt", LATER)),
                scenario(
                        "staged, then put back",
                        git -> git.write("a.txt", "between\n").stage("a.txt").write("a.txt", "one\n")),
                scenario("untracked", git -> git.write("new.txt", "new\n").write("new/folder/x.txt", "new\n")),
                scenario("new and staged", git -> git.write("new.txt", "new\n").stage("new.txt")),
                scenario(
                        "new, staged, then deleted",
                        git -> git.write("new.txt", "new\n").stage("new.txt").delete("new.txt")),
                scenario("deleted", git -> git.delete("a.txt")),
                scenario("deleted and staged", git -> git.then("rm", "-q", "a.txt")),
                scenario("deleted in the index only", git -> git.then("rm", "-q", "--cached", "a.txt")),
                scenario("a whole folder deleted", git -> git.delete("src")),
                scenario(
                        "everything deleted",
                        git -> git.delete("src")
                                .delete("a.txt")
                                .delete("run.sh")
                                .delete("link")),
                scenario("renamed by git", git -> git.then("mv", "a.txt", "src/z.txt")),
                scenario("renamed on disk", git -> git.move("src", "source")),
                scenario("a file becomes a folder", git -> git.delete("a.txt").write("a.txt/x.txt", "x\n")),
                scenario("a folder becomes a file", git -> git.delete("src").write("src", "now a file\n")),
                scenario(
                        "a file becomes a folder in the index, and a file again on disk",
                        git -> git.delete("a.txt")
                                .write("a.txt/x.txt", "x\n")
                                .stage()
                                .delete("a.txt")
                                .write("a.txt", "one\n")),
                scenario(
                        "a folder becomes a file beside names that sort around it",
                        git -> git.write("src.txt", "dot\n")
                                .write("src-x", "dash\n")
                                .write("src0", "zero\n")
                                .commit("neighbours")
                                .delete("src")
                                .write("src", "now a file\n")),
                scenario("emptied", git -> git.write("a.txt", "")),
                scenario(
                        "empty files and folders",
                        git -> git.write("empty", "").write("folder/x", "").delete("folder/x")),
                scenario("only the time differs", git -> git.write("a.txt", "one\n")),
                scenario("as many bytes as before", git -> git.write("a.txt", "ONE\n")),
                scenario(
                        "add --intent-to-add",
                        git -> git.write("new.txt", "new\n").then("add", "-N", "new.txt")),
                scenario(
                        "add --intent-to-add of an empty file",
                        git -> git.write("new.txt", "").then("add", "-N", "new.txt")),
                scenario(
                        "add --intent-to-add, then deleted",
                        git -> git.write("new.txt", "new\n")
                                .then("add", "-N", "new.txt")
                                .delete("new.txt")),
                scenario("a merge with conflicts", git -> conflict(git)),
                scenario(
                        "a merge with conflicts, one side deleted",
                        git -> git.then("checkout", "-q", "-b", "side")
                                .write("a.txt", "theirs\n")
                                .commit("theirs")
                                .then("checkout", "-q", "main")
                                .delete("a.txt")
                                .commit("ours")
                                .fails("merge", "side")),
                scenario(
                        "a conflict resolved on disk only", git -> conflict(git).write("a.txt", "resolved\n")),
                scenario(
                        "a conflict resolved by deleting the file",
                        git -> conflict(git).delete("a.txt")),
                scenario("a big file", git -> git.write("big.bin", new byte[6_000_000])),
                scenario(
                        "a big file, tracked, with another time only",
                        git -> git.write("big.bin", new byte[6_000_000])
                                .commit("big")
                                .settle()
                                .write("big.bin", new byte[6_000_000])),
                scenario(
                        "linked folders, untracked",
                        git -> git.write("outputs/x", "x\n")
                                .write("multirun/1/y", "y\n")
                                .write(".slurm/z/launch.json", "{}\n")
                                .write("outputs.txt", "not linked\n")
                                .write("src/outputs/x", "not linked\n")),
                scenario(
                        "linked folders, ignored",
                        git -> git.write("outputs/x", "x\n").write(".gitignore", "outputs/\nmultirun\n.slurm/\n")),
                scenario("a linked folder that is a link itself", git -> git.link("outputs", "/nonexistent/scratch")));
    }

    static Stream<Arguments> modesAndLinks() {
        return Stream.of(
                scenario("chmod +x", git -> git.executable("a.txt")),
                scenario("chmod -x", git -> git.plain("run.sh")),
                scenario(
                        "chmod +x with core.fileMode=false",
                        git -> git.config("core.fileMode", "false")
                                .executable("a.txt")
                                .write("new.sh", "#!/bin/sh\n")
                                .executable("new.sh")),
                scenario("chmod +x in the index only", git -> git.then("update-index", "--chmod=+x", "a.txt")),
                scenario(
                        "chmod +x in the index only with core.fileMode=false",
                        git -> git.config("core.fileMode", "false").then("update-index", "--chmod=+x", "a.txt")),
                scenario(
                        "edited with core.fileMode=false",
                        git -> git.config("core.fileMode", "false")
                                .plain("run.sh")
                                .write("run.sh", "#!/bin/bash\n")),
                scenario(
                        "a link to a file, a folder, nothing",
                        git -> git.link("to-file", "a.txt")
                                .link("to-folder", "src")
                                .link("dangling", "no/such/file")
                                .link("out", "../elsewhere")),
                scenario("a link led elsewhere", git -> git.delete("link").link("link", "src/b.txt")),
                scenario("a link becomes a file", git -> git.delete("link").write("link", "a.txt")),
                scenario("a file becomes a link", git -> git.delete("a.txt").link("a.txt", "src/b.txt")),
                scenario(
                        "a folder becomes a link to one",
                        git -> git.move("src", "source").link("src", "source")),
                scenario(
                        "a link to a folder becomes that folder",
                        git -> git.link("to-folder", "src")
                                .commit("link")
                                .delete("to-folder")
                                .write("to-folder/x.txt", "x\n")),
                scenario(
                        "links with core.symlinks=false",
                        git -> git.config("core.symlinks", "false")
                                .delete("link")
                                .write("link", "src/b.txt")));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                scenario(
                        "blanks, quotes, backslashes, leading dash, stars",
                        git -> git.write("with blank", "1")
                                .write(" leading", "1")
                                .write("trailing ", "1")
                                .write("it's \"quoted\"", "2")
                                .write("back\\slash", "3")
                                .write("-rf", "4")
                                .write("*", "5")
                                .write("[a]", "6")
                                .write(":colon", "7")
                                .write("tab\tand\nline", "8")),
                scenario(
                        "non-ASCII", git -> git.write("größe/日本語.txt", "text\n").write("emoji-\uD83D\uDE00", "x")),
                scenario(
                        "two forms of the same letter",
                        git -> git.write("\u00e9", "composed").write("e\u0301", "not")),
                scenario(
                        "names that sort around folders",
                        git -> git.write("x/1", "1")
                                .write("x.a", "2")
                                .write("x-a", "3")
                                .write("x0", "4")),
                scenario(
                        "names that differ in case",
                        git -> git.write("A.TXT", "upper\n").write("SRC/b.txt", "upper\n")),
                scenario(
                        "folders that begin with .git",
                        git -> git.write(".github/ci.yml", "on: push\n")
                                .write(".gitattributes2", "x")
                                .write("src/.gitkeep", "")),
                scenario(
                        "bytes that are no text",
                        git -> script(
                                git,
                                "printf x > \"$(printf 'caf\\351')\"",
                                "mkdir \"$(printf 'f\\377')\"",
                                "printf y > \"$(printf 'f\\377/caf\\351')\"",
                                "ln -s \"$(printf '../caf\\351//x/')\" to-bytes")),
                scenario(
                        "bytes that are no text, tracked and edited",
                        git -> script(git, "printf x > \"$(printf 'caf\\351')\"")
                                .commit("bytes")
                                .settle()
                                .then("mv", "a.txt", "b.txt")),
                scenario("deep", git -> git.write("d/".repeat(60) + "x", "deep\n")),
                scenario("long", git -> git.write("n".repeat(250), "long\n")));
    }

    static Stream<Arguments> ignoring() {
        return Stream.of(
                scenario(
                        ".gitignore, nested, with negations",
                        git -> git.write(".gitignore", "*.log\n/build/\n!keep.log\n")
                                .write("x.log", "1")
                                .write("keep.log", "2")
                                .write("build/out", "3")
                                .write("src/build/out", "4")
                                .write("src/.gitignore", "!deep/*.log\ntmp/\n")
                                .write("src/deep/y.log", "5")
                                .write("src/tmp/z", "6")),
                scenario(
                        "what is below an ignored folder cannot be taken back",
                        git -> git.write(".gitignore", "data/*\n!data/keep/\n")
                                .write("data/raw", "1")
                                .write("data/keep/x", "2")
                                .write("gone/.gitignore", "*\n")
                                .write("gone/x", "3")),
                scenario(
                        "patterns with stars, ranges and blanks",
                        git -> git.write(
                                        ".gitignore",
                                        "**/cache/**\nfoo[0-9].txt\n\\#hash\n\\!bang\ntrailing\\ \na/**/b\n")
                                .write("p/cache/q/r", "1")
                                .write("foo1.txt", "2")
                                .write("fooa.txt", "3")
                                .write("#hash", "4")
                                .write("!bang", "5")
                                .write("trailing ", "6")
                                .write("a/b", "7")
                                .write("a/x/y/b", "8")),
                scenario(
                        "info/exclude",
                        git -> git.write(".git/info/exclude", "*.local\n")
                                .write("x.local", "1")
                                .write("x.txt", "2")),
                scenario(
                        "core.excludesFile",
                        git -> git.write("../excludes", "*.swp\n")
                                .config(
                                        "core.excludesFile",
                                        git.path("../excludes").normalize().toString())
                                .write("x.swp", "1")
                                .write("x.txt", "2")),
                scenario(
                        "an ignored file that was added by force",
                        git -> git.write(".gitignore", "*.log\ndata/\n")
                                .write("x.log", "1")
                                .write("data/y", "1")
                                .then("add", "-f", "x.log", "data/y")),
                scenario(
                        "edits of tracked files that are ignored",
                        git -> git.write(".gitignore", "*.log\ndata/\n")
                                .write("x.log", "1")
                                .write("data/y", "1")
                                .then("add", "-f", "x.log", "data/y")
                                .commit("by force")
                                .write("x.log", LATER)
                                .write("data/y", LATER)
                                .write("data/z", "new and ignored\n")),
                scenario(
                        "a tracked and ignored file, deleted",
                        git -> git.write(".gitignore", "*.log\n")
                                .write("x.log", "1")
                                .then("add", "-f", "x.log")
                                .commit("by force")
                                .delete("x.log")),
                scenario(
                        "a .gitignore that is not staged",
                        git -> git.write(".gitignore", "new.txt\n").write("new.txt", "1")),
                scenario(
                        "a .gitignore that was deleted",
                        git -> git.write(".gitignore", "new.txt\n")
                                .commit("ignore")
                                .write("new.txt", "1")
                                .delete(".gitignore")),
                scenario("an ignored folder with a repository in it", git -> {
                    GitFixture.in(git.path("vendor/other")).write("x", "1").commit("other");
                    return git.write(".gitignore", "vendor/\n");
                }));
    }

    static Stream<Arguments> conversions() {
        return Stream.of(
                scenario(
                        "core.autocrlf=true",
                        git -> git.config("core.autocrlf", "true")
                                .write("a.txt", "one\r\nand more\r\n")
                                .write("new.txt", "new\r\n")
                                .write("mixed.txt", "new\r\nother\n")
                                .write("binary", new byte[] {13, 10, 0, 13, 10})),
                scenario(
                        "core.autocrlf=true on big files",
                        git -> git.config("core.autocrlf", "true")
                                .write("text.txt", "a line of it\r\n".repeat(500_000))
                                .write("binary.txt", "a line of it\r\n".repeat(500_000) + "\0")
                                .write("ends.txt", "a line of it\r\n".repeat(500_000) + "\r")),
                scenario(
                        "core.autocrlf=input",
                        git -> git.config("core.autocrlf", "input").write("new.txt", "new\r\n")),
                scenario(
                        "core.autocrlf=true on a file that was committed with CRLF",
                        git -> git.write("crlf.txt", "one\r\n")
                                .commit("crlf")
                                .config("core.autocrlf", "true")
                                .write("crlf.txt", "one\r\ntwo\r\n")),
                scenario(
                        "text and eol attributes",
                        git -> git.write(
                                        ".gitattributes",
                                        "*.txt text\n*.bat eol=crlf\n*.sh eol=lf\n*.bin -text\n*.auto text=auto\n")
                                .write("a.txt", "one\r\n")
                                .write("x.bat", "one\r\n")
                                .write("x.sh", "one\r\n")
                                .write("x.bin", "one\r\n")
                                .write("x.auto", "one\r\n")),
                scenario(
                        "attributes in a folder",
                        git -> git.write("src/.gitattributes", "*.txt text\n")
                                .write("src/b.txt", "two\r\n")
                                .write("a.txt", "one\r\n")),
                scenario(
                        "attributes of the repository alone",
                        git -> git.write(".git/info/attributes", "*.txt text\n").write("a.txt", "one\r\n")),
                scenario(
                        "attributes by core.attributesFile",
                        git -> git.write("../attributes", "*.txt text\n")
                                .config(
                                        "core.attributesFile",
                                        git.path("../attributes").normalize().toString())
                                .write("a.txt", "one\r\n")),
                scenario(
                        "attributes that are not staged",
                        git -> git.write(".gitattributes", "*.txt text\n").write("a.txt", "one\r\n")),
                scenario(
                        "a clean filter",
                        git -> git.config("filter.upper.clean", "tr a-z A-Z")
                                .config("filter.upper.smudge", "tr A-Z a-z")
                                .write(".gitattributes", "*.up filter=upper\n")
                                .write("x.up", "text\n")
                                .write("with blank.up", "text\n")),
                scenario(
                        "a clean filter that is told the file's name",
                        git -> git.config("filter.named.clean", "echo %f; cat")
                                .write(".gitattributes", "*.up filter=named\n")
                                .write("folder/with blank.up", "text\n")),
                scenario(
                        "a clean filter on a file edited after its commit",
                        git -> git.config("filter.upper.clean", "tr a-z A-Z")
                                .write(".gitattributes", "*.up filter=upper\n")
                                .write("x.up", "text\n")
                                .commit("filtered")
                                .settle()
                                .write("x.up", LATER)),
                scenario(
                        "a filter that is not configured",
                        git -> git.write(".gitattributes", "*.up filter=absent\n")
                                .write("x.up", "text\n")),
                scenario(
                        "ident and working-tree-encoding on files that did not change",
                        git -> git.write("x.id", "$Id$\n")
                                .commit("file")
                                .write(".gitattributes", "*.id ident\n")
                                .commit("attribute")
                                .settle()));
    }

    static Stream<Arguments> repositories() {
        return Stream.of(
                scenario(
                        "no commit yet",
                        git -> another(git)
                                .write("a.txt", "one\n")
                                .write("b.txt", "two\n")
                                .stage("a.txt")),
                scenario("no commit and no file", git -> another(git)),
                scenario(
                        "a detached HEAD",
                        git -> git.then("checkout", "-q", "--detach").write("a.txt", LATER)),
                scenario(
                        "a branch with slashes",
                        git -> git.then("checkout", "-q", "-b", "feature/x/y").write("a.txt", LATER)),
                scenario("a linked worktree", git -> {
                    git.write("a.txt", "in the main one\n").stage();
                    git.then("worktree", "add", "-q", "-b", "other", "../linked");
                    return GitFixture.at(git.path("../linked"))
                            .write("src/b.txt", LATER)
                            .stage("src/b.txt")
                            .write("new.txt", "new\n")
                            .delete("run.sh");
                }),
                scenario(
                        "worktree configuration",
                        git -> git.config("extensions.worktreeConfig", "true")
                                .then("config", "--worktree", "core.autocrlf", "true")
                                .write("a.txt", "one\r\n")),
                scenario(
                        "index version 4",
                        git -> git.then("update-index", "--index-version", "4").write("a.txt", LATER)),
                scenario(
                        "an untracked cache",
                        git -> git.then("update-index", "--untracked-cache")
                                .then("status")
                                .write("new.txt", "new\n")),
                scenario("no index", git -> git.delete(".git/index")),
                scenario(
                        "a conditional include",
                        git -> git.write(".git/ignored", "*.log\n")
                                .write(".git/more", "[core]\n\texcludesFile = " + git.path(".git/ignored") + "\n")
                                .config(
                                        "includeIf.gitdir:**.path",
                                        git.path(".git/more").toString())
                                .write("x.log", "ignored\n")
                                .write("x.txt", "captured\n")),
                scenario(
                        "packed references and objects",
                        git -> git.then("gc", "-q").write("a.txt", LATER)),
                scenario("a shallow clone", git -> {
                    git.write("a.txt", "second\n").commit("second");
                    git.then("clone", "-q", "--depth=1", "file://" + git.root(), "../shallow");
                    return GitFixture.at(git.path("../shallow")).write("a.txt", LATER);
                }),
                scenario("objects of another repository", git -> {
                    git.then("clone", "-q", "--shared", git.root().toString(), "../borrower");
                    return GitFixture.at(git.path("../borrower")).write("a.txt", LATER);
                }),
                scenario("a separate git directory", git -> {
                    GitFixture.in(
                            git.path("../separate"),
                            "--separate-git-dir=" + git.path("../elsewhere.git").normalize());
                    return GitFixture.at(git.path("../separate"))
                            .write("a.txt", "one\n")
                            .commit("first")
                            .write("a.txt", LATER);
                }),
                scenario("a sparse checkout", git -> sparse(git)),
                scenario(
                        "a sparse checkout with edits in and out of the cone",
                        git -> sparse(git)
                                .write("src/b.txt", LATER)
                                .write("src/new.txt", "new\n")
                                .write("other/new.txt", "new, out of the cone\n")),
                scenario("a tracked folder that is made a repository later", git -> {
                    GitFixture.in(git.path("src"));
                    return git.write("src/b.txt", LATER);
                }));
    }

    static Stream<Arguments> submodules() {
        return Stream.of(
                scenario("a submodule at rest", git -> withSubmodule(git)),
                scenario("a submodule that was added and not committed", git -> addSubmodule(git)),
                scenario("a submodule moved to another commit", git -> {
                    withSubmodule(git);
                    GitFixture.at(git.path("library")).write("lib.txt", LATER).commit("moved");
                    return git;
                }),
                scenario(
                        "a submodule that is not checked out",
                        git -> withSubmodule(git).then("submodule", "-q", "deinit", "library")),
                scenario(
                        "a submodule whose folder was deleted",
                        git -> withSubmodule(git).delete("library")),
                scenario(
                        "a submodule replaced by a file",
                        git -> withSubmodule(git).delete("library").write("library", "file\n")));
    }

    private static GitFixture conflict(GitFixture git) {
        return git.then("checkout", "-q", "-b", "side")
                .write("a.txt", "theirs\n")
                .commit("theirs")
                .then("checkout", "-q", "main")
                .write("a.txt", "ours\n")
                .commit("ours")
                .fails("merge", "side");
    }

    private static GitFixture script(GitFixture git, String... lines) {
        git.run(Map.of(), "sh", "-c", String.join("\n", lines));
        return git;
    }

    private static GitFixture another(GitFixture git) {
        return GitFixture.in(git.path("../another"));
    }

    private static GitFixture sparse(GitFixture git) {
        return git.write("other/d.txt", "four\n")
                .write("third/e.txt", "five\n")
                .commit("more")
                .then("sparse-checkout", "set", "--cone", "src");
    }

    static GitFixture withSubmodule(GitFixture git) {
        return addSubmodule(git).commit("with a submodule");
    }

    private static GitFixture addSubmodule(GitFixture git) {
        GitFixture library = GitFixture.in(git.path("../library"))
                .write("lib.txt", "library\n")
                .write("inner/x.txt", "inner\n")
                .commit("library");
        return git.then("submodule", "-q", "add", library.root().toString(), "library");
    }

    private static Arguments scenario(String name, UnaryOperator<GitFixture> edits) {
        return argumentSet(name, edits);
    }
}
