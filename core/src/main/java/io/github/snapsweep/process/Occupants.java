package io.github.snapsweep.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of this machine and the folders that they stand in, as far as this user may see them: see proc(5).
 *
 * @param folders the folder that each stands in, by its number
 */
public record Occupants(Map<String, Path> folders) {

    private static final Path PROCESSES = Path.of("/proc");

    public Occupants {
        folders = Map.copyOf(folders);
    }

    /** As it is just now; of nobody where the kernel does not tell. */
    public static Occupants now() {
        Map<String, Path> found = new LinkedHashMap<>();
        if (Files.isDirectory(PROCESSES)) {
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
                processes.forEach(process ->
                        folder(process).ifPresent(folder -> found.put(String.valueOf(process.getFileName()), folder)));
            } catch (IOException | DirectoryIteratorException e) {
                return new Occupants(found);
            }
        }
        return new Occupants(found);
    }

    private static Optional<Path> folder(Path process) {
        try {
            return Optional.of(Files.readSymbolicLink(process.resolve("cwd")));
        } catch (IOException e) {
            return Optional.empty(); // it has ended, or is another user's
        }
    }

    /** A process that stands in a folder, or below it: {@code process 4711 (bash)}. */
    public Optional<String> in(Path folder) {
        Path real = real(folder);
        return folders.entrySet().stream()
                .filter(process -> process.getValue().startsWith(real))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(Occupants::named);
    }

    private static String named(String process) {
        String command = ProcessHandle.of(Long.parseLong(process))
                .flatMap(handle -> handle.info().command())
                .map(program -> " (" + Path.of(program).getFileName() + ")")
                .orElse("");
        return "process " + process + command;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder; // nobody stands in what is not there
        }
    }
}
