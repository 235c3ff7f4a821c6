package io.github.snapsweep.snapshot;

import io.github.snapsweep.snapshot.Edit.Content;
import io.github.snapsweep.snapshot.Edit.Step;
import io.github.snapsweep.snapshot.RandomRepository.Place;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Where random repositories come from: few names and rules, so that they meet. */
final class RandomEdits {

    private static final boolean NAMES_THAT_ARE_NO_TEXT =
            Boolean.parseBoolean(System.getProperty("snapsweep.test.names-that-are-no-text", "true"));

    private static final List<String> FOLDERS = List.of(
            "",
            "",
            "",
            "",
            "src/",
            "src/deep/",
            "data/",
            "a/",
            "a/b/",
            "b/",
            "a.txt/",
            "link/",
            "x y/",
            "-d/",
            Shell.utf8("größe/"));
    private static final List<String> FILES = List.of(
            "a",
            "b",
            "a.txt",
            "b.txt",
            "c.log",
            "keep.log",
            "x1",
            "data",
            "run.sh",
            "x.up",
            ".gitignore",
            "A.TXT",
            "link",
            "a b",
            "trailing ",
            "it's",
            "\"quoted\"",
            "tab\tname",
            "new\nline",
            "back\\slash",
            "-rf",
            "*",
            "[a]",
            "#hash",
            "!bang",
            ":colon",
            ".hidden",
            Shell.utf8("größe"),
            Shell.utf8("日本語"));
    private static final List<String> BYTES =
            List.of("caf\u00e9", "\u00ff\u00fe.txt", "src/\u00e9/x", "caf\u00e9/a.txt");
    private static final List<String> TARGETS = List.of(
            "a.txt",
            "src",
            "data",
            "nowhere",
            "../outside",
            "./src/../a.txt",
            ".",
            "/nonexistent/x",
            "trailing ",
            "tab\tname",
            Shell.utf8("größe"));

    private static final List<String> TEXTS = List.of(
            "one\n",
            "two\n",
            "ONE\n",
            "",
            "\n",
            "one\r\n",
            "two\r\n",
            "one\ntwo\r\n",
            "one\r\ntwo\n",
            "\r\n",
            "\r",
            "one\rtwo\n",
            "one\rtwo\r\n",
            "one\r",
            "\r\r\n",
            "one\r\n\u001a",
            "one\n\u001a",
            "\u001a",
            "one\r\n\u001ax",
            "\0",
            "one\0\r\n",
            "one\r\n\0",
            "caf\u00e9\r\n",
            "\u00ff\u00fe\r\n",
            "\u0001\u0002\u0003\r\n",
            "\b\t\u001b\f\r\n",
            "\u007f\r\n",
            "no end",
            "no\r\nend",
            "$Id$\r\n");

    private static final List<String> IGNORED = List.of(
            "*.log",
            "!keep.log",
            "!*.log",
            "/data",
            "data/",
            "data/*",
            "!data/x1",
            "!data/",
            "**/deep",
            "src/**",
            "src/*",
            "!src/deep",
            "!src/deep/",
            "**/deep/**",
            "a/**/b",
            "**/b",
            "**/a/b",
            "[a-c].txt",
            "[!a].txt",
            "[^a].txt",
            "[[:alpha:]].txt",
            "x[[:digit:]]",
            "x[![:digit:]]",
            "[[:upper:]]*",
            "[[:space:]]*",
            "*[[:punct:]]*",
            "\\#hash",
            "\\!bang",
            "#hash",
            "!bang",
            "trailing\\ ",
            "trailing ",
            "trailing\\  ",
            "a.txt   ",
            "a.txt\t",
            "a b",
            "a\\ b",
            "*",
            "!*",
            "!*/",
            "/*",
            "!/src",
            "!/src/",
            "/",
            "",
            " ",
            "!",
            "#",
            "**",
            "**/",
            "/**",
            "***",
            "?",
            "?.txt",
            "*.*",
            "a.t?t",
            "*a*",
            "\\*",
            "\\[a\\]",
            "[a]",
            "[[]a]",
            "[]a]",
            "[a-",
            "[a",
            "[",
            "[]",
            "[a-]",
            "[z-a]",
            "[\\a].txt",
            "[a/b].txt",
            "[[:nonsense:]]",
            "[!]a]*",
            "back\\\\slash",
            "back\\slash",
            "a.txt\\",
            "\\a.txt",
            "src/deep",
            "/src/deep/",
            "deep/",
            "src//deep",
            "./a.txt",
            "a/../b",
            "**a",
            "src/**deep",
            "a**",
            "A.TXT",
            "DATA/",
            "SRC/*",
            ".*",
            "!.gitignore",
            ".gitignore",
            "link",
            "link/",
            "it's",
            "\"quoted\"",
            "tab\tname",
            Shell.utf8("größe"),
            Shell.utf8("größe/"),
            "gr*e",
            "gr?\u00dfe",
            "gr????e",
            "caf\u00e9",
            "caf?",
            "caf[\u00e0-\u00ef]",
            Shell.utf8("日*"),
            "\u00ef\u00bb\u00bf*.log",
            "*.log\r",
            "x1/",
            "library",
            "*.up");

    private static final List<String> PIECES =
            List.of("a", "b", "x", "1", ".txt", "*", "?", "**", "[a-c]", "[!b]", "[[:digit:]]", "\\a", "/", "/", "/");

    private static final List<String> ATTRIBUTED = List.of(
            "*",
            "*.txt",
            "a.txt",
            "/a.txt",
            "src/*",
            "src/**",
            "src/deep/*",
            "**/deep/*",
            "**/a.txt",
            "a/**/b",
            "[ab].txt",
            "[!a]*",
            "x[[:digit:]]",
            "data",
            "data/",
            "data/**",
            "*.up",
            "*.log",
            "link",
            "\"a b\"",
            "\"tab\\tname\"",
            "\"\\\"quoted\\\"\"",
            "\"a.txt\"",
            "\"gr\\303\\266\\303\\237e\"",
            Shell.utf8("größe"),
            "caf\u00e9",
            "!a.txt",
            "A.TXT",
            "?",
            "**",
            "back\\\\slash",
            "\\a.txt",
            "#hash",
            "\\#hash",
            "  a.txt",
            "./a.txt",
            "trailing?");
    private static final List<String> ATTRIBUTES = List.of(
            "text",
            "-text",
            "!text",
            "text=auto",
            "text=nonsense",
            "eol=lf",
            "eol=crlf",
            "-eol",
            "!eol",
            "eol=nonsense",
            "binary",
            "-binary",
            "!binary",
            "crlf",
            "-crlf",
            "!crlf",
            "crlf=input",
            "crlf=auto",
            "mac",
            "-mac",
            "!mac",
            "both",
            "diff",
            "filter=up",
            "filter=up",
            "-filter",
            "!filter",
            "filter=absent",
            "text=auto eol=crlf",
            "text eol=lf");
    private static final List<String> MACROS = List.of(
            "[attr]mac text eol=crlf",
            "[attr]mac -text",
            "[attr]mac text=auto",
            "[attr]both mac filter=up",
            "[attr]both binary",
            "[attr]binary text",
            "[attr]mac !text",
            "# a comment",
            "");

    private static final List<Edit.Configure> SETTINGS = List.of(
            new Edit.Configure("core.autocrlf", "true"),
            new Edit.Configure("core.autocrlf", "true"),
            new Edit.Configure("core.autocrlf", "input"),
            new Edit.Configure("core.autocrlf", "false"),
            new Edit.Configure("core.eol", "crlf"),
            new Edit.Configure("core.eol", "lf"),
            new Edit.Configure("core.eol", "native"),
            new Edit.Configure("core.safecrlf", "true"),
            new Edit.Configure("core.safecrlf", "warn"),
            new Edit.Configure("core.safecrlf", "false"),
            new Edit.Configure("core.fileMode", "false"),
            new Edit.Configure("core.fileMode", "true"),
            new Edit.Configure("core.ignoreCase", "true"),
            new Edit.Configure("core.symlinks", "false"),
            new Edit.Configure("core.trustctime", "false"),
            new Edit.Configure("filter.up.clean", "tr a-z A-Z"),
            new Edit.Configure("filter.up.clean", "tr -d '\\r'"));

    private static final List<String> COMMANDS = List.of(
            "git add -f",
            "git add -f",
            "git add",
            "git add -N -f",
            "git rm -rq --cached",
            "git update-index --chmod=+x",
            "git update-index --chmod=-x",
            "git update-index --fsmonitor-valid",
            "git update-index --force-remove",
            "git checkout -qf --",
            "git reset -q --");

    private static final List<Step> NOTHING = List.of();

    private final Arbitrary<String> paths;

    private RandomEdits(List<String> paths) {
        this.paths = Arbitraries.of(paths);
    }

    /** All that happens in one repository happens to few files, so that one edit meets another. */
    static Arbitrary<RandomRepository> repositories() {
        return paths().list().ofMinSize(2).ofMaxSize(7).flatMap(paths -> new RandomEdits(paths).repository());
    }

    /** Some files and rules, committed or not, and what happened since. */
    private Arbitrary<RandomRepository> repository() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(8, Place.FIRST), Tuple.of(1, Place.LINKED), Tuple.of(1, Place.BORROWER)),
                        onDisk().list().ofMinSize(2).ofMaxSize(10),
                        between(),
                        anything().list().ofMaxSize(10),
                        Arbitraries.of(NOTHING, NOTHING, NOTHING, List.of(Step.OUTPUTS)))
                .as((place, first, between, then, last) -> new RandomRepository(
                        place,
                        Stream.of(first, between, then, last)
                                .<Edit>flatMap(List::stream)
                                .toList()));
    }

    private static Arbitrary<List<Step>> between() {
        return Arbitraries.of(List.of(Step.COMMIT, Step.SETTLE), List.of(Step.COMMIT), List.of(Step.STAGE), NOTHING);
    }

    private Arbitrary<Edit> anything() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, onDisk()),
                Tuple.of(3, Combinators.combine(Arbitraries.of(COMMANDS), paths).as(Edit.OnFile::new)),
                Tuple.of(3, Arbitraries.of(Step.values()).filter(step -> step != Step.OUTPUTS)),
                Tuple.of(1, Combinators.combine(paths, contents(), contents()).as(Edit.Conflict::new)));
    }

    private Arbitrary<Edit> onDisk() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Combinators.combine(paths, contents()).as(Edit.Write::new)),
                Tuple.of(3, Combinators.combine(paths, contents()).as(Edit.Overwrite::new)),
                Tuple.of(1, Combinators.combine(paths, contents()).as(Edit.AppendUnseen::new)),
                Tuple.of(2, paths.map(Edit.Delete::new)),
                Tuple.of(1, Combinators.combine(paths, paths).as(Edit.Move::new)),
                Tuple.of(1, Combinators.combine(paths, targets()).as(Edit.Link::new)),
                Tuple.of(
                        1,
                        Combinators.combine(paths, Arbitraries.of("+x", "-x")).as(Edit.Permit::new)),
                Tuple.of(3, Arbitraries.of(SETTINGS)),
                Tuple.of(4, rules(ignoreFiles(), patterns())),
                Tuple.of(4, rules(attributeFiles(), attributes())));
    }

    private static Arbitrary<String> paths() {
        Arbitrary<String> texts = Combinators.combine(Arbitraries.of(FOLDERS), Arbitraries.of(FILES))
                .as(String::concat);
        Arbitrary<String> folders = Arbitraries.of("src", "data", "a", "b");
        return NAMES_THAT_ARE_NO_TEXT
                ? Arbitraries.frequencyOf(Tuple.of(20, texts), Tuple.of(2, folders), Tuple.of(1, Arbitraries.of(BYTES)))
                : Arbitraries.frequencyOf(Tuple.of(10, texts), Tuple.of(1, folders));
    }

    private static Arbitrary<String> targets() {
        Arbitrary<String> texts = Arbitraries.of(TARGETS);
        return NAMES_THAT_ARE_NO_TEXT
                ? Arbitraries.frequencyOf(Tuple.of(8, texts), Tuple.of(1, Arbitraries.of(BYTES)))
                : texts;
    }

    /** Around 8000 bytes a file is large enough for a reader to stop looking for what is no text. */
    private static Arbitrary<Content> contents() {
        return Arbitraries.frequencyOf(
                Tuple.of(15, Arbitraries.of(TEXTS).map(Content::of)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        Arbitraries.of(TEXTS),
                                        Arbitraries.of(7990, 9000, 70_000),
                                        Arbitraries.of(TEXTS))
                                .as(Content::new)));
    }

    private static Arbitrary<Edit> rules(Arbitrary<String> files, Arbitrary<String> lines) {
        return Combinators.combine(
                        files,
                        lines.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.frequency(Tuple.of(6, "\n"), Tuple.of(1, "\r\n")),
                        Arbitraries.frequency(Tuple.of(6, true), Tuple.of(1, false)))
                .as(Edit.Rules::new);
    }

    private static Arbitrary<String> ignoreFiles() {
        return Arbitraries.of(
                ".gitignore",
                ".gitignore",
                ".gitignore",
                "src/.gitignore",
                "src/deep/.gitignore",
                "data/.gitignore",
                "a/.gitignore",
                "a/b/.gitignore",
                "$common/info/exclude",
                "../excludes");
    }

    private static Arbitrary<String> attributeFiles() {
        return Arbitraries.of(
                ".gitattributes",
                ".gitattributes",
                ".gitattributes",
                "src/.gitattributes",
                "src/deep/.gitattributes",
                "data/.gitattributes",
                "a/.gitattributes",
                "$common/info/attributes",
                "../attributes");
    }

    private static Arbitrary<String> patterns() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(IGNORED)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        Arbitraries.of("", "", "", "!", "/", "!/"),
                                        pieces(),
                                        Arbitraries.of("", "", "", "/", " ", "/*", "/**"))
                                .as((before, pieces, after) -> before + pieces + after)));
    }

    private static Arbitrary<String> attributes() {
        Arbitrary<String> patterns =
                Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(ATTRIBUTED)), Tuple.of(1, pieces()));
        Arbitrary<String> lines = Combinators.combine(
                        patterns, Arbitraries.of(ATTRIBUTES).list().ofMinSize(1).ofMaxSize(3))
                .as((pattern, names) -> pattern + " " + String.join(" ", names));
        return Arbitraries.frequencyOf(Tuple.of(8, lines), Tuple.of(1, Arbitraries.of(MACROS)));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(6).map(pieces -> String.join("", pieces));
    }
}
