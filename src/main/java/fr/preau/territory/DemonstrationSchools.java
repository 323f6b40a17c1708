package fr.preau.territory;

import fr.preau.database.Demonstration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Fictional schools, brought in like the ministry's.
@Component
@Profile("demonstration")
@Order(10)
class DemonstrationSchools implements Demonstration {
    private static final String FILE = "/fr/preau/demonstration/schools.csv";

    private final SchoolMerge merge;

    DemonstrationSchools(SchoolMerge merge) {
        this.merge = merge;
    }

    @Override
    public void play(LocalDate monday) {
        try (var schools = Objects.requireNonNull(DemonstrationSchools.class.getResourceAsStream(FILE))) {
            var file = Files.createTempFile("preau-schools", ".csv");
            try {
                Files.copy(schools, file, StandardCopyOption.REPLACE_EXISTING);
                if (DirectoryFile.open(file, FILE) instanceof DirectoryFile.Directory(var directory)) {
                    merge.bringIn(directory, false, (_, _) -> {});
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
