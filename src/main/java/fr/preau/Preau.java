package fr.preau;

import fr.preau.audit.Audit;
import fr.preau.database.Command;
import java.util.List;
import java.util.Map;
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
    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("--")) {
            var platform = new SpringApplication(Preau.class);
            platform.addListeners(new FreePorts(), new SoundSettings());
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

    /// A command joins the database of a running server: it may be used while pages are served.
    private static int runOnThePlatform(List<String> words) {
        var options = words.stream().filter(word -> word.startsWith("--preau.") || word.startsWith("--spring."));
        var application = new SpringApplicationBuilder(Preau.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(Map.of(
                        "preau.attach",
                        "true",
                        "logging.level.root",
                        "warn",
                        "spring.main.lazy-initialization",
                        "true"));
        try (var context = application.run(options.toArray(String[]::new))) {
            var commands = context.getBeansOfType(Command.class).values();
            var arguments = words.stream()
                    .skip(1)
                    .filter(word -> !word.startsWith("--preau.") && !word.startsWith("--spring."))
                    .toList();
            for (var command : commands) {
                if (command.name().equals(words.getFirst())) {
                    return command.run(arguments, System.out);
                }
            }
            System.out.println("Commandes de Préau :");
            commands.forEach(command -> System.out.println("  " + command.usage()));
            Audit.usages().forEach(usage -> System.out.println("  " + usage));
            return words.getFirst().equals("help") ? 0 : 2;
        }
    }
}
