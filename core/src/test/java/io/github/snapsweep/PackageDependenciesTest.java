package io.github.snapsweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may use which: the arrows go one way, and each foreign library has one door. */
class PackageDependenciesTest {

    private static final String ROOT = "io.github.snapsweep.";
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.snapsweep");

    @ParameterizedTest(name = "{0} uses {1}")
    @CsvSource({
        "problem,  ''",
        "process,  ''",
        "file,     ''",
        "json,     file",
        "progress, ''",
        "local,    process",
        "git,      ''",
        "sweep,    problem",
        "slurm,    problem process",
        "config,   problem slurm sweep",
        "snapshot, file git problem process progress",
        "terminal, problem progress",
        "launch,   config snapshot sweep slurm local file json process problem progress",
        "results,  config launch slurm json process problem progress",
        "report,   config launch results slurm file json process problem progress terminal",
        "maven,    config snapshot sweep slurm local json process problem progress terminal launch report"
    })
    void aPackageUsesOnlyTheseOfOurs(String name, String uses) {
        Set<String> allowed = Stream.concat(Stream.of(name), Stream.of(uses.split(" ")))
                .map(other -> ROOT + other)
                .collect(Collectors.toSet());

        noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours, and not in " + allowed, type -> isOurs(type) && !allowed.contains(packageOf(type))))
                .check(CORE);
    }

    @Test
    void everyPackageHasItsRule() {
        assertThat(CORE.stream().map(JavaClass::getPackageName))
                .containsOnly(Stream.of(
                                "problem",
                                "process",
                                "file",
                                "json",
                                "progress",
                                "terminal",
                                "local",
                                "git",
                                "sweep",
                                "slurm",
                                "config",
                                "snapshot",
                                "launch",
                                "results",
                                "report",
                                "maven")
                        .map(name -> ROOT + name)
                        .toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0} only in {1}")
    @CsvSource({
        "org.eclipse.jgit,     git snapshot",
        "org.yaml.snakeyaml,   config",
        "com.google.gson,      json",
        "com.github.freva,     launch report",
        "com.samskivert,       report",
        "de.siegmar.fastcsv,   results report",
        "org.jline,            terminal",
        "org.slf4j,            process",
        "org.apache.maven,     maven"
    })
    void aLibraryIsSpokenToInOnePlace(String library, String homes) {
        classes()
                .that()
                .resideOutsideOfPackages(
                        Stream.of(homes.split(" ")).map(home -> ROOT + home).toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage(library + "..")
                .check(CORE);
    }

    @Test
    void everyPackageTellsItsStoryAndIsCheckedForNulls() {
        assertThat(CORE.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("package-info.java of " + each.getName())
                        .isTrue());
    }

    @Test
    void noPackagesGoRoundInCircles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CORE);
    }

    private static boolean isOurs(JavaClass type) {
        return packageOf(type).startsWith(ROOT);
    }

    private static String packageOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName();
    }
}
