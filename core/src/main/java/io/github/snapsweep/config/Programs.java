package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs that are set: one, if tasks are to run.
 *
 * @param given each with where it is set
 */
public record Programs(List<Located<Program>> given) {

    public Programs {
        given = List.copyOf(given);
    }

    static Programs of(Values values) {
        Stream<Located<Program>> command = values.located(SlurmCatalogue.COMMAND).stream()
                .map(words -> new Located<>(new Program.Command(words.value()), words.origin()));
        Stream<Located<Program>> script = values.located(SlurmCatalogue.SCRIPT).stream()
                .map(text -> new Located<>(new Program.Script(text.value()), text.origin()));
        Optional<Path> java = values.find(SlurmCatalogue.JAVA);
        List<String> arguments = values.get(SlurmCatalogue.ARGUMENTS);
        List<String> jvmArgs = values.get(SlurmCatalogue.JVM_ARGS);
        Stream<Located<Program>> mainClass = values.located(SlurmCatalogue.MAIN_CLASS).stream()
                .map(name ->
                        new Located<>(new Program.MainClass(name.value(), arguments, jvmArgs, java), name.origin()));
        return new Programs(
                Stream.of(command, script, mainClass).flatMap(each -> each).toList());
    }

    /**
     * The one program.
     *
     * @throws io.github.snapsweep.problem.Problem when none is set, or several are
     */
    public Program require() {
        if (given.isEmpty()) {
            throw SettingProblems.noProgram();
        }
        if (given.size() > 1) {
            throw SettingProblems.severalPrograms(
                    given.stream().map(program -> program.origin().text()).toList());
        }
        return given.get(0).value();
    }
}
