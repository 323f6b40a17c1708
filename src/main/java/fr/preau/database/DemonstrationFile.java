package fr.preau.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// What the demonstration is played from: CSV files in `resources/fr/preau/demonstration`, easy to read and to change.
public final class DemonstrationFile {
    private DemonstrationFile() {}

    public static List<CSVRecord> rows(String name) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new InputStreamReader(open(name), StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static InputStream open(String name) {
        return Objects.requireNonNull(DemonstrationFile.class.getResourceAsStream("/fr/preau/demonstration/" + name));
    }
}
