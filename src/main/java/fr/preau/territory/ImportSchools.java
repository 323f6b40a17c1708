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
        return "import-schools [--close-missing] FICHIER.csv…  importe l'annuaire des établissements ;"
                + " --close-missing ferme aussi ceux que le fichier n'a plus";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var files = new ArrayList<>(arguments);
        var closeMissing = files.remove(CLOSE_MISSING);
        var refusal = ImportTerminal.refusal(files);
        if (refusal.isPresent()) {
            out.println(refusal.get());
            out.println(usage());
            return 2;
        }
        return terminal.run(schools, files, closeMissing, out);
    }
}
