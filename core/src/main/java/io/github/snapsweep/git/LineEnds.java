package io.github.snapsweep.git;

/**
 * Which line ends a file has in the repository and which on disk: see {@code text} and {@code eol} in gitattributes(5), and
 * core.autocrlf and core.eol in git-config(1).
 */
public enum LineEnds {

    /** The bytes are the same on both sides. */
    AS_THEY_ARE(false, false),
    /** Text: line feeds in the repository and on disk. */
    TEXT(false, false),
    /** Text: line feeds in the repository, with carriage returns on disk. */
    TEXT_CRLF(false, true),
    /** Text if it looks like it: line feeds in the repository and on disk. */
    GUESSED(true, false),
    /** Text if it looks like it: line feeds in the repository, with carriage returns on disk. */
    GUESSED_CRLF(true, true);

    private static final byte CR = '\r';
    private static final byte LF = '\n';

    private final boolean guessed;
    private final boolean crlfOnDisk;

    LineEnds(boolean guessed, boolean crlfOnDisk) {
        this.guessed = guessed;
        this.crlfOnDisk = crlfOnDisk;
    }

    /** What attributes and configuration ask for. */
    public static LineEnds of(PathAttributes attributes, LineEndSettings settings) {
        String text = saysWhetherText(attributes, "text") ? "text" : "crlf"; // the second is the first's old name
        String eol = attributes.value("eol");
        if (attributes.isUnset(text)) {
            return AS_THEY_ARE;
        }
        if (attributes.value(text).equals("auto")) {
            return eol.isEmpty() ? guessed(settings.crlf()) : guessed(eol.equals("crlf"));
        }
        if (attributes.value(text).equals("input")) {
            return eol.equals("crlf") ? TEXT_CRLF : TEXT;
        }
        if (eol.equals("lf") || eol.equals("crlf")) {
            return eol.equals("crlf") ? TEXT_CRLF : TEXT;
        }
        if (attributes.isSet(text)) {
            return settings.crlf() ? TEXT_CRLF : TEXT;
        }
        return settings.leaveFilesAsTheyAre() ? AS_THEY_ARE : guessed(settings.always());
    }

    /** Whether git knows the value: one that it doesn't is as if the attribute weren't there. */
    private static boolean saysWhetherText(PathAttributes attributes, String name) {
        String value = attributes.value(name);
        return attributes.isSet(name) || attributes.isUnset(name) || value.equals("auto") || value.equals("input");
    }

    private static LineEnds guessed(boolean crlf) {
        return crlf ? GUESSED_CRLF : GUESSED;
    }

    /** Whether they depend on what the repository has of the file already. */
    public boolean isGuessed() {
        return guessed;
    }

    /** Whether carriage returns are taken out of a file on its way into the repository. */
    public boolean cleans(TextStatistics onDisk) {
        return this != AS_THEY_ARE && onDisk.crlfs() > 0 && !(guessed && onDisk.isBinary());
    }

    /** Whether carriage returns are put into a file on its way to disk. */
    public boolean smudges(TextStatistics inRepository) {
        return crlfOnDisk
                && inRepository.lfs() > 0
                && !(guessed && (inRepository.isBinary() || inRepository.crlfs() > 0));
    }

    /** What goes into the repository. */
    public byte[] clean(byte[] onDisk) {
        TextStatistics statistics = this == AS_THEY_ARE ? TextStatistics.NONE : TextStatistics.of(onDisk);
        if (!cleans(statistics)) {
            return onDisk;
        }
        byte[] cleaned = new byte[(int) (onDisk.length - statistics.crlfs())];
        int length = 0;
        for (int i = 0; i < onDisk.length; i++) {
            if (onDisk[i] != CR || i + 1 == onDisk.length || onDisk[i + 1] != LF) {
                cleaned[length++] = onDisk[i];
            }
        }
        return cleaned;
    }

    /**
     * Which line ends of a file would not come back as they are, see core.safecrlf in git-config(1): {@code CRLF} or
     * {@code LF}; empty when all would.
     *
     * @param cleaned whether carriage returns are taken out on the way in
     */
    public String lost(TextStatistics onDisk, boolean cleaned) {
        if (this == AS_THEY_ARE || (guessed && onDisk.isBinary())) {
            return "";
        }
        long crlfs = cleaned ? 0 : onDisk.crlfs();
        long lfs = cleaned ? onDisk.lfs() + onDisk.crlfs() : onDisk.lfs();
        if (crlfOnDisk && lfs > 0 && !(guessed && crlfs > 0)) {
            crlfs += lfs;
            lfs = 0;
        }
        if (onDisk.crlfs() > 0 && crlfs == 0) {
            return "CRLF";
        }
        return onDisk.lfs() > 0 && lfs == 0 ? "LF" : "";
    }
}
