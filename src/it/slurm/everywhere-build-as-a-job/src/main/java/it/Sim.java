package it;

import java.nio.file.Files;
import java.nio.file.Path;

public class Sim {
    public static void main(String[] arguments) throws Exception {
        String job = Files.readString(Path.of("target/job")).strip();
        Files.writeString(Path.of(System.getenv("SNAPSWEEP_OUTPUT"), "x"), arguments[0] + " built by job " + job);
    }
}
