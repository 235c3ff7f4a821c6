package it;

import java.nio.file.Files;
import java.nio.file.Path;

public class Sim {
    public static void main(String[] arguments) throws Exception {
        while (!Files.exists(Path.of("outputs/go"))) {
            Thread.sleep(100);
        }
        Files.writeString(Path.of(System.getenv("SNAPSWEEP_OUTPUT"), "x"), Later.text() + " " + arguments[0]);
    }
}
