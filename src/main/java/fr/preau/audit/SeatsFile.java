package fr.preau.audit;

import fr.preau.allocation.Instance;
import fr.preau.allocation.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The file of workshops: `workshop;seats` and, for each category some seats are kept for, `kept_<category>`.
final class SeatsFile {
    private final Path file;
    private final Complaints complaints;
    private final List<Workshop> workshops = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private int name;
    private int seats;
    private Map<String, Integer> kept = Map.of();

    SeatsFile(Path file, Complaints complaints) {
        this.file = file;
        this.complaints = complaints;
    }

    /// The workshops, in the order of their ids.
    List<Workshop> read() throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var lines = new CsvLines(reader);
            var columns = new Columns(lines.header());
            if (header(columns, lines)) {
                for (var fields = lines.next(); fields.isPresent(); fields = lines.next()) {
                    record(fields.get(), lines, columns.count());
                }
            }
        }
        workshops.sort(Comparator.comparing(Workshop::id, Instance.idOrder()));
        return workshops;
    }

    private boolean header(Columns columns, CsvLines lines) {
        name = columns.find("workshop", "atelier", "id", "identifiant");
        seats = columns.find("seats", "places", "capacity", "capacite", "nombredeplaces");
        kept = columns.kept();
        lines.fault().ifPresent(fault -> complaints.add(file, 1, fault));
        columns.twice()
                .forEach(twice -> complaints.add(file, 1, "la colonne « %s » est là deux fois".formatted(twice)));
        if (name < 0) {
            complaints.add(file, 1, "il manque la colonne « workshop » (ou « atelier »)");
        }
        if (seats < 0) {
            complaints.add(file, 1, "il manque la colonne « seats » (ou « places »)");
        }
        return name >= 0 && seats >= 0;
    }

    private void record(List<String> fields, CsvLines lines, int columns) {
        var reason = Fields.fault(fields, lines, columns).orElseGet(() -> refusal(fields, lines.number()));
        if (!reason.isEmpty()) {
            complaints.add(file, lines.number(), reason);
        }
    }

    /// Why a record cannot be taken; empty when it was.
    private String refusal(List<String> fields, int line) {
        var id = fields.get(name);
        if (Fields.unusable(id)) {
            return "l’identifiant de l’atelier est vide ou contient un caractère de contrôle";
        }
        var before = seen.putIfAbsent(id, line);
        if (before != null) {
            return "l’atelier « %s » est déjà à la ligne %d".formatted(id, before);
        }
        var count = number(fields.get(seats));
        if (count.isEmpty()) {
            workshops.add(new Workshop(id, 0)); // wishes for it are not wrong
            return "« %s » n’est pas un nombre de places".formatted(fields.get(seats));
        }
        return keep(id, count.getAsInt(), fields);
    }

    private String keep(String id, int count, List<String> fields) {
        var keeping = new HashMap<String, Integer>();
        var total = 0L;
        for (var each : kept.entrySet()) {
            var text = fields.get(each.getValue());
            var own = text.isEmpty() ? OptionalInt.of(0) : number(text);
            if (own.isEmpty()) {
                workshops.add(new Workshop(id, count));
                return "« %s » n’est pas un nombre de places gardées".formatted(text);
            }
            total += own.getAsInt();
            if (own.getAsInt() > 0) {
                keeping.put(each.getKey(), own.getAsInt());
            }
        }
        if (total > count) {
            workshops.add(new Workshop(id, count));
            return "%d places gardées pour %d places".formatted(total, count);
        }
        workshops.add(new Workshop(id, count, keeping));
        return "";
    }

    private static OptionalInt number(String text) {
        try {
            var number = text.matches("[0-9]+") ? Integer.parseInt(text) : -1;
            return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
        } catch (NumberFormatException tooLarge) {
            return OptionalInt.empty();
        }
    }
}
