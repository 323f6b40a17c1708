package fr.preau;

import fr.preau.audit.Audit;
import fr.preau.backup.Backups;
import fr.preau.database.Command;
import fr.preau.database.DatabaseName;
import fr.preau.database.DatabaseUse;
import fr.preau.database.OneSentence;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The platform: one process that serves the pages, keeps the seats and sends the mail; or, when its first argument is
/// a word rather than an option, one [Command] run on the same data.
@Modulithic(systemName = "Préau")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // two modules may use one name
public class Preau {
    private static final String HELP = "help";
    private static final Pattern SETTING = Pattern.compile("--[^.=]+\\.[^=]*=.*", Pattern.DOTALL);

    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("--")) {
            var platform = new SpringApplication(Preau.class);
            platform.addListeners(new SoundSettings(), new FreePorts());
            platform.run(arguments);
        } else {
            System.exit(run(List.of(arguments)));
        }
    }

    /// Allocation on files needs no platform: nothing is started for it.
    private static int run(List<String> words) {
        return Audit.knows(words.getFirst())
                ? Audit.run(words.getFirst(), words.subList(1, words.size()), System.out, System.err)
                : runOnThePlatform(words);
    }

    /// A command joins the database of a running server: it may be used while pages are served. It makes none, and says
    /// on standard error which it acts on.
    private static int runOnThePlatform(List<String> words) {
        var name = words.getFirst();
        var application = application(name);
        var settings = words.stream().filter(Preau::isSetting);
        // What stops the start is said by OneSentence as for the server; later failures come out of here.
        var context =
                application.run(Stream.concat(settings, fixed(name).stream()).toArray(String[]::new));
        try (context) {
            if (!name.equals(HELP) && !Backups.makes(name)) {
                System.err.println(
                        "Base : " + context.getBean(DatabaseName.class).french());
            }
            return run(name, words, context.getBeansOfType(Command.class).values());
        } catch (RuntimeException problem) {
            System.err.println(OneSentence.of(problem).orElseThrow(() -> problem));
            return 1;
        }
    }

    private static int run(String name, List<String> words, Collection<Command> commands) {
        var arguments =
                words.stream().skip(1).filter(word -> !isSetting(word)).toList();
        for (var command : commands) {
            if (command.name().equals(name)) {
                return command.run(arguments, System.out);
            }
        }
        System.out.println("Commandes de Préau :");
        commands.forEach(command -> System.out.println("  " + command.usage()));
        Audit.usages().forEach(usage -> System.out.println("  " + usage));
        return name.equals(HELP) ? 0 : 2;
    }

    private static SpringApplication application(String name) {
        return new SpringApplicationBuilder(Backups.knows(name) ? Backups.class : Preau.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "warn", "spring.main.lazy-initialization", "true"))
                .build();
    }

    /// Settings that the command itself decides. To tell what commands there are, no database is needed.
    private static List<String> fixed(String name) {
        if (name.equals(HELP)) {
            return List.of(
                    DatabaseUse.NONE.setting(),
                    "--spring.datasource.url=jdbc:postgresql:none",
                    "--spring.flyway.enabled=false");
        }
        return List.of((Backups.makes(name) ? DatabaseUse.RESTORE : DatabaseUse.JOIN).setting());
    }

    /// A setting of the platform has a point in its name, an option of a command has none.
    private static boolean isSetting(String word) {
        return SETTING.matcher(word).matches();
    }
}
