package io.github.snapsweep.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes source files as a project has them: {@code Generate FOLDER FILES}. They have 400 bytes to 4 KiB, most of them
 * little, lie four folders deep, and are the same each time.
 */
public final class Generate {

    private static final int FILES_IN_A_FOLDER = 40;
    private static final int FOLDERS_IN_A_FOLDER = 16;
    private static final int LEAST_BYTES = 400;
    private static final int MOST_BYTES = 4096;

    private Generate() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        int files = Integer.parseInt(arguments[1]);
        Random random = new Random(files);
        for (int number = 0; number < files; number++) {
            Path folder = root.resolve(folder(number / FILES_IN_A_FOLDER));
            if (number % FILES_IN_A_FOLDER == 0) {
                Files.createDirectories(folder);
            }
            Files.writeString(folder.resolve("Class" + number + ".java"), source(number, random));
        }
    }

    private static String folder(int number) {
        return "module" + number / FOLDERS_IN_A_FOLDER / FOLDERS_IN_A_FOLDER
                + "/src/part" + number / FOLDERS_IN_A_FOLDER % FOLDERS_IN_A_FOLDER
                + "/piece" + number % FOLDERS_IN_A_FOLDER;
    }

    private static String source(int number, Random random) {
        double skewed = Math.pow(random.nextDouble(), 2);
        int length = LEAST_BYTES + (int) ((MOST_BYTES - LEAST_BYTES) * skewed);
        StringBuilder text = new StringBuilder(MOST_BYTES + 100);
        text.append("package piece;\n\n/** The class of number ").append(number).append(". */\n");
        text.append("public final class Class").append(number).append(" {\n");
        while (text.length() < length - 100) {
            int value = random.nextInt();
            text.append("\n    /** Adds what was drawn. */\n    long add").append(Integer.toHexString(value));
            text.append("(long to) {\n        return to + ").append(value).append("L;\n    }\n");
        }
        return text.append("}\n").toString();
    }
}
