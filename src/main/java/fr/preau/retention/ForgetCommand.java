package fr.preau.retention;

import fr.preau.database.Command;
import fr.preau.web.French;
import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/// `script/preau forget [--dry-run]`: the night's work, at once, or what it would be.
@Component
class ForgetCommand implements Command {
    private static final String DRY_RUN = "--dry-run";

    private final Night night;

    ForgetCommand(Night night) {
        this.night = night;
    }

    @Override
    public String name() {
        return "forget";
    }

    @Override
    public String usage() {
        return "forget [--dry-run]  efface ce dont le temps est passé, comme chaque nuit ;"
                + " --dry-run compte sans rien effacer";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty() && !arguments.equals(List.of(DRY_RUN))) {
            out.println(usage());
            return 2;
        }
        var dry = !arguments.isEmpty();
        var lines = dry ? night.dryRun() : night.run();
        lines.forEach(line -> out.println(sentence(line, dry)));
        return lines.stream().allMatch(line -> line.rows().isPresent()) ? 0 : 1;
    }

    private static String sentence(Night.Line line, boolean dry) {
        var done = dry ? "à effacer" : "effacé";
        var result = line.rows().isEmpty()
                ? "en panne, voir le journal technique"
                : "%s %s".formatted(French.number(line.rows().getAsInt()), done);
        return "%-28s %s (%s)"
                .formatted(
                        line.promise().code(), result, line.promise().promise().form());
    }
}
