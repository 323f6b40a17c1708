package fr.preau.territory;

import fr.preau.database.Demonstration;
import fr.preau.database.DemonstrationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Fictional schools and their pupils in NSI, brought in like the ministry's.
@Component
@Profile("demonstration")
@Order(10)
class DemonstrationSchools implements Demonstration {
    private final SchoolImport schools;
    private final SpecialityImport specialities;
    private final TransactionTemplate transaction;

    DemonstrationSchools(SchoolImport schools, SpecialityImport specialities, TransactionTemplate transaction) {
        this.schools = schools;
        this.specialities = specialities;
        this.transaction = transaction;
    }

    @Override
    public void play(LocalDate monday) {
        bring(schools, "schools.csv");
        bring(specialities, "specialities.csv");
    }

    private void bring(Imports.Importer importer, String name) {
        try (var resource = DemonstrationFile.open(name)) {
            var file = Files.createTempFile("preau-demonstration", ".csv");
            try {
                Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
                bring(importer, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void bring(Imports.Importer importer, Path file) {
        var request = new Imports.Request(file, file.toString(), "", false);
        if (importer.open(request) instanceof Imports.Opened.Ready ready) {
            transaction.executeWithoutResult(_ -> ready.work().bringIn(null, _ -> {}));
        }
    }
}
