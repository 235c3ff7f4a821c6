package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;

/** Byte strings as one word of the shell. */
final class ShellWord {

    private ShellWord() {}

    /** Bytes that are no text of this computer's go through the shell's own printf, so that no locale changes them. */
    static String of(String text) {
        if (ByteText.isAscii(text)) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
        StringBuilder octal = new StringBuilder("\"$(printf '");
        text.chars().forEach(c -> octal.append(String.format("\\%03o", c)));
        return octal.append("')\"").toString();
    }
}
