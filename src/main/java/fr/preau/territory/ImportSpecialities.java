package fr.preau.territory;

import fr.preau.database.Command;
import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/// `script/preau import-specialities FILE…`.
@Component
class ImportSpecialities implements Command {
    private final SpecialityImport specialities;
    private final ImportTerminal terminal;

    ImportSpecialities(SpecialityImport specialities, ImportTerminal terminal) {
        this.specialities = specialities;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "import-specialities";
    }

    @Override
    public String usage() {
        return "import-specialities FICHIER.csv…  importe les élèves de la spécialité NSI, lycée par lycée"
                + " (après l'annuaire)";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var refusal = ImportTerminal.refusal(arguments);
        if (refusal.isPresent()) {
            out.println(refusal.get());
            out.println(usage());
            return 2;
        }
        return terminal.run(specialities, arguments, new ImportTerminal.Wish(false, false), out);
    }
}
