package fr.preau.audit;

import java.util.List;
import java.util.Optional;

/// What is asked of every record.
final class Fields {
    private Fields() {}

    /// Why a record is not one of its file.
    static Optional<String> fault(List<String> fields, CsvLines lines, int columns) {
        if (lines.fault().isPresent()) {
            return lines.fault();
        }
        if (fields.size() > columns) {
            return Optional.of("%d champs pour %d colonnes".formatted(fields.size(), columns));
        }
        while (fields.size() < columns) {
            fields.add("");
        }
        return Optional.empty();
    }

    /// Ids are written on lines of their own, with tabs between.
    static boolean unusable(String id) {
        return id.isEmpty() || id.chars().anyMatch(Character::isISOControl);
    }
}
