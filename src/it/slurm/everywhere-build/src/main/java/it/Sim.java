package it;

import java.nio.file.Files;
import java.nio.file.Path;

public class Sim {
    public static void main(String[] arguments) throws Exception {
        String built = Files.readString(Path.of("target/count")).strip();
        Files.writeString(Path.of(System.getenv("SNAPSWEEP_OUTPUT"), "x"), arguments[0] + " built " + built);
    }
}
