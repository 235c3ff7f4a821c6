package io.github.snapsweep.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that a shell, git, Slurm or a file system may take for more than a text. */
final class HostileText {

    /** What they make where one of them is run. */
    static final String CANARY = "canary";

    private static final String TOUCH = "touch " + CANARY;

    private static final List<String> COMMANDS = List.of(
            "$(" + TOUCH + ")",
            "`" + TOUCH + "`",
            "';" + TOUCH + ";'",
            "\";" + TOUCH + ";\"",
            "'\"$(" + TOUCH + ")\"'",
            "\\';" + TOUCH + ";\\'",
            "$'\\'';" + TOUCH + ";'",
            "; " + TOUCH,
            "& " + TOUCH + " &",
            "| " + TOUCH,
            "|| " + TOUCH,
            "&& " + TOUCH,
            "\n" + TOUCH + "\n",
            "\r\n" + TOUCH + "\r\n",
            "');" + TOUCH + ";x=('",
            "}\n" + TOUCH + "\n{",
            "EOF\n" + TOUCH,
            "> " + CANARY,
            "<(" + TOUCH + ")",
            "${x:=$(" + TOUCH + ")}",
            "x[$(" + TOUCH + ")]",
            "$((x[`" + TOUCH + "`]))",
            "() { :;}; " + TOUCH,
            "-exec " + TOUCH + " ;",
            "--wrap=" + TOUCH,
            "--upload-pack=" + TOUCH,
            "ext::sh -c " + TOUCH,
            "#!/bin/sh\n" + TOUCH);

    private static final List<String> PIECES = List.of(
            "",
            " ",
            "  ",
            "\t",
            "'",
            "''",
            "\"",
            "`",
            "$",
            "${IFS}",
            "$IFS",
            "$@",
            "$0",
            "$$",
            "*",
            "?",
            "[a-z]*",
            "**",
            "~",
            "~root",
            "-",
            "--",
            "-rf",
            "--help",
            "-n",
            ";rm -rf .",
            "!history",
            "!!",
            "!$",
            "^a^b",
            "\\",
            "\\\\",
            "end\\",
            "\\n",
            "\\0",
            "%a",
            "%A_%a",
            "%%",
            "%s%n",
            "%",
            "#",
            "a #b",
            "=",
            "a=b",
            "{",
            "}",
            "{}",
            "{a,b}",
            "{{",
            "&",
            "&amp;",
            "<",
            ">",
            "|",
            "(",
            ")",
            "[",
            "]",
            "..",
            ".",
            "/",
            "../..",
            "C:\\",
            "@{u}",
            "HEAD",
            "refs/heads/x",
            ":",
            ",",
            "null",
            "true",
            "0",
            "1e309",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "a\nb",
            "\u0001",
            "\u0007",
            "\b",
            "\u000b",
            "\f",
            "\u001a",
            "\u001b[2J",
            "\u001b]0;x\u0007",
            "\u007f",
            "\u0080",
            "\u0085",
            "\u009b",
            "\u00a0",
            "ü",
            "u\u0308",
            "\u2028",
            "\u2029",
            "\u202e",
            "\ufeff",
            "\ufffd",
            "\ufffe",
            "\uffff",
            "\ud83d\ude00",
            "\udbff\udfff",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "<script>",
            "]]>",
            "--- !!x",
            "a: b",
            "- a",
            "\"\"\"",
            "\\u0027",
            "\\x27",
            "\\47");

    /** The same texts in each build: it does not fail by luck. */
    static final String SEED = "2026";

    private HostileText() {}

    /** Those that somebody thought of, and long ones. */
    static List<String> known() {
        List<String> all = new ArrayList<>(COMMANDS);
        all.addAll(PIECES);
        all.add("long ".repeat(8_000));
        all.add("'".repeat(5_000));
        return all;
    }

    /** Some of those together, and any characters between them. */
    static Arbitrary<String> any() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(COMMANDS)),
                Tuple.of(4, Arbitraries.of(PIECES)),
                Tuple.of(2, Arbitraries.strings().all().ofMaxLength(12)));
        return piece.list().ofMinSize(1).ofMaxSize(4).map(pieces -> String.join("", pieces));
    }

    /** Whether a program can be given it at all: such a text ends where a NUL is, and is UTF-8. */
    static boolean canBeGiven(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** In the quotes of YAML, with nothing but ASCII. */
    static String yaml(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c > '~' || c == '"' || c == '\\'
                        ? String.format("\\u%04x", c)
                        : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** {@code {k0: "...", k1: "..."}}. */
    static String yamlMap(String key, List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> key + i + ": " + yaml(values.get(i)))
                .collect(Collectors.joining(",\n  ", "{", "}\n"));
    }
}
