package io.github.snapsweep.launch;

import io.github.snapsweep.config.Program;
import io.github.snapsweep.problem.LaunchProblems;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A class of the project as tasks run it: with its class path frozen, its agents too, and all that java is told in a file,
 * so that no length matters; see the java(1) manual on @-files.
 */
final class JavaProgram {

    private static final Pattern AGENT = Pattern.compile("(-javaagent:|-agentpath:)([^=]+)(=.*)?", Pattern.DOTALL);

    private final LaunchFolder folder;
    private final FrozenClasspath classpath;

    JavaProgram(LaunchFolder folder, FrozenClasspath classpath) {
        this.folder = folder;
        this.classpath = classpath;
    }

    /**
     * Freezes all of it.
     *
     * @param entries the class path as it is now
     * @return the command's words
     * @throws io.github.snapsweep.problem.Problem when an agent is not there, or the Java module cannot be found
     */
    List<String> freeze(Program.MainClass main, List<Path> entries) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String option : main.jvm().options()) {
            lines.add(option(option));
        }
        main.jvm().systemProperties().forEach((name, value) -> lines.add("-D" + name + "=" + value));
        lines.addAll(paths(main, classpath.freeze(entries)));
        Files.createFile(arguments(), LaunchFolder.OWNERS_ALONE); // a system property may be a password
        Files.write(arguments(), lines.stream().map(JavaProgram::quoted).toList());
        List<String> words = new ArrayList<>(List.of(java(main), "@" + TaskCommand.literal(arguments())));
        main.javaModule().ifPresent(module -> words.add("-m"));
        words.add(main.name());
        words.addAll(main.arguments());
        return words;
    }

    /** What must be there for a task to run. */
    List<Path> needs() {
        List<Path> needs = new ArrayList<>(List.of(arguments()));
        needs.addAll(classpath.all());
        return needs;
    }

    private Path arguments() {
        return folder.javaArguments();
    }

    private static String java(Program.MainClass main) {
        return TaskCommand.literal(main.jvm()
                .java()
                .orElseGet(() -> Path.of(System.getProperty("java.home")))
                .resolve("bin/java"));
    }

    /** An option as it is; an agent's with its copy. */
    private String option(String option) throws IOException {
        Matcher agent = AGENT.matcher(option);
        if (!agent.matches()) {
            return option;
        }
        Path file = folder.project().resolve(agent.group(2));
        if (!Files.isRegularFile(file)) {
            throw LaunchProblems.noAgent(option, file);
        }
        return agent.group(1)
                + classpath.freeze(List.of(file)).get(0)
                + Optional.ofNullable(agent.group(3)).orElse("");
    }

    private static List<String> paths(Program.MainClass main, List<Path> entries) {
        if (main.javaModule().isEmpty()) {
            return List.of("-cp", joined(entries));
        }
        ModulePath modules = ModulePath.of(main.javaModule().get(), entries);
        List<String> options = new ArrayList<>(List.of("-p", joined(modules.modules())));
        if (!modules.others().isEmpty()) {
            options.addAll(List.of("-cp", joined(modules.others())));
        }
        return options;
    }

    private static String joined(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String quoted(String argument) {
        return '"'
                + argument.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
