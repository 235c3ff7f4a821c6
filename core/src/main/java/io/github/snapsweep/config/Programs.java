package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.List;
import java.util.Map;
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
        MainClasses mainClasses = mainClasses(values);
        Stream<Located<Program>> mainClass = values.located(SlurmCatalogue.MAIN_CLASS).stream()
                .map(name -> new Located<>(mainClasses.named(name.value()), name.origin()));
        return new Programs(
                Stream.of(command, script, mainClass).flatMap(each -> each).toList());
    }

    /** Makes a class to run of its name. */
    @FunctionalInterface
    private interface MainClasses {
        Program named(String name);
    }

    /** What is set for a class is read without one too, so that what is wrong there is told. */
    private static MainClasses mainClasses(Values values) {
        Program.Jvm jvm = new Program.Jvm(
                values.find(SlurmCatalogue.JAVA),
                values.get(SlurmCatalogue.JVM_ARGS),
                values.find(SlurmCatalogue.SYSTEM_PROPERTY_VARIABLES).orElseGet(Map::of));
        List<String> arguments = values.get(SlurmCatalogue.ARGUMENTS);
        Optional<String> module = values.find(SlurmCatalogue.MODULE);
        ClasspathScope scope = values.get(SlurmCatalogue.CLASSPATH_SCOPE);
        return name -> new Program.MainClass(name, arguments, jvm, module, scope);
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
