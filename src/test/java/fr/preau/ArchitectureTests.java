package fr.preau;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

@AnalyzeClasses(packages = "fr.preau", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final List<String> SCHEMAS = List.of(
            "territory",
            "account",
            "programme",
            "event",
            "registration",
            "attendance",
            "notification",
            "retention",
            "school",
            "showcase",
            "consultation",
            "contribution",
            "synthesis");
    private static final Path MAIN = Path.of("src", "main");

    @ArchTest
    static final ArchRule repositoriesAreHidden = classes()
            .that(simpleNameEndingWith("Repository"))
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllersAreHidden =
            classes().that().areAnnotatedWith(Controller.class).should().notBePublic();

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith(Autowired.class);

    /// A stream of rows keeps its connection until closed: sixteen forgotten ones stop the platform.
    @ArchTest
    static final ArchRule rowsAreReadWhole =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    /// An auditor must be able to read them, and to run one against the other, with nothing else at hand.
    @ArchTest
    static final ArchRule allocationIsPlainJava = plainJava("fr.preau.allocation");

    @ArchTest
    static final ArchRule verificationSharesNothing = plainJava("fr.preau.verification");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that(not(com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith("Jte")))
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Utils");

    private static ArchRule plainJava(String module) {
        return classes()
                .that()
                .resideInAPackage(module)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(module, "java..", "org.jspecify..");
    }

    @Test
    void noModulesSqlNamesAnotherModulesSchema() throws IOException {
        for (var schema : SCHEMAS) {
            var foreign = Pattern.compile(
                    "(?i)\\b(?:from|join|into|update|table|references|on|only)\\s+(?!%s\\b)(%s)\\.[a-z_]+"
                            .formatted(schema, String.join("|", SCHEMAS)));
            for (var file : sourcesOf(schema)) {
                assertThat(foreign.matcher(Files.readString(file)).results().map(found -> found.group()))
                        .as("%s belongs to %s", file, schema)
                        .isEmpty();
            }
        }
    }

    private static List<Path> sourcesOf(String module) throws IOException {
        try (Stream<Path> code = Files.walk(MAIN.resolve(Path.of("java", "fr", "preau", module)));
                Stream<Path> sql = Files.walk(MAIN.resolve(Path.of("resources", "db", "migration", module)))) {
            return Stream.concat(code, sql).filter(Files::isRegularFile).toList();
        }
    }
}
