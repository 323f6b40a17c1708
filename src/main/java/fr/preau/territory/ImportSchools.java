package fr.preau.territory;

import fr.preau.database.Command;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// `script/preau import-schools FILE…`.
@Component
class ImportSchools implements Command {
    private static final String CLOSE_MISSING = "--close-missing";
    private static final String DRY_RUN = "--dry-run";

    private final SchoolImport schools;
    private final ImportTerminal terminal;

    ImportSchools(SchoolImport schools, ImportTerminal terminal) {
        this.schools = schools;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "import-schools";
    }

    @Override
    public String usage() {
        return "import-schools [--dry-run] [--close-missing] FICHIER.csv…  importe l'annuaire des établissements ;"
                + " --dry-run montre ce que cela changerait et ne change rien,"
                + " --close-missing ferme aussi ceux que le fichier n'a plus";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var files = new ArrayList<>(arguments);
        var wish = new ImportTerminal.Wish(files.remove(CLOSE_MISSING), files.remove(DRY_RUN));
        var refusal = ImportTerminal.refusal(files);
        if (refusal.isPresent()) {
            out.println(refusal.get());
            out.println(usage());
            return 2;
        }
        return terminal.run(schools, files, wish, out);
    }
}
