package fr.preau.territory;

import fr.preau.database.Command;
import fr.preau.territory.SchoolImport.Outcome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// `script/preau import-schools FILE…`.
@Component
class ImportSchools implements Command {
    private static final String CLOSE_MISSING = "--close-missing";

    private final SchoolImport schools;

    ImportSchools(SchoolImport schools) {
        this.schools = schools;
    }

    @Override
    public String name() {
        return "import-schools";
    }

    @Override
    public String usage() {
        return "import-schools [--close-missing] FICHIER.csv…  importe l'annuaire des établissements ;"
                + " --close-missing ferme aussi ceux que le fichier n'a plus";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var files = new ArrayList<>(arguments);
        var closeMissing = files.remove(CLOSE_MISSING);
        var option = files.stream().filter(file -> file.startsWith("--")).findFirst();
        if (files.isEmpty() || option.isPresent()) {
            out.println(
                    option.map(unknown -> "Option inconnue : " + unknown).orElse("Donnez au moins un fichier CSV."));
            out.println(usage());
            return 2;
        }
        return files.stream()
                .mapToInt(file -> run(new SchoolImport.Request(Path.of(file), fileName(file), "", closeMissing), out))
                .max()
                .orElse(0);
    }

    /// 1 when something was refused.
    private int run(SchoolImport.Request request, PrintStream out) {
        var outcome = schools.run(request, percent -> System.err.printf("\r%s : %d %%", request.name(), percent));
        System.err.println();
        return switch (outcome) {
            case Outcome.Refused(var sentence) -> {
                out.println(sentence);
                yield 1;
            }
            case Outcome.Done(var report) -> {
                out.println(request.name());
                FrenchReport.lines(report).forEach(out::println);
                yield report.rejected() > 0 ? 1 : 0;
            }
        };
    }

    private static String fileName(String file) {
        var name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }
}
