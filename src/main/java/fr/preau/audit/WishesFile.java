package fr.preau.audit;

import fr.preau.allocation.Instance;
import fr.preau.allocation.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The file of participants: `participant`, perhaps `category` and `lottery`, then `wish1`, `wish2`, … or one column
/// `wishes`.
final class WishesFile {
    private final Path file;
    private final List<Workshop> workshops;
    private final Complaints complaints;
    private final Map<String, Integer> placeOf = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private int name;
    private int category;
    private int lottery;
    private int together;
    private List<Integer> ranked = List.of();

    /// A participant as read.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(String id, String category, long number, int[] wishes, int line) {}

    /// What the file asks.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Asked(Instance instance, long @Nullable [] numbers) {}

    WishesFile(Path file, List<Workshop> workshops, Complaints complaints) {
        this.file = file;
        this.workshops = workshops;
        this.complaints = complaints;
        for (var place = 0; place < workshops.size(); place++) {
            placeOf.put(workshops.get(place).id(), place);
        }
    }

    /// Participants in the order of their ids, so that the order of lines does not show in the result.
    Asked read() throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var lines = new CsvLines(reader);
            var columns = new Columns(lines.header());
            if (header(columns, lines)) {
                for (var fields = lines.next(); fields.isPresent(); fields = lines.next()) {
                    record(fields.get(), lines, columns.count());
                }
            }
        }
        var sorted = entries.toArray(Entry[]::new);
        Arrays.sort(sorted, (one, other) -> Instance.idOrder().compare(one.id(), other.id()));
        for (var at = 1; at < sorted.length; at++) {
            if (sorted[at].id().equals(sorted[at - 1].id())) {
                complaints.add(
                        file,
                        sorted[at].line(),
                        "« %s » est déjà à la ligne %d".formatted(sorted[at].id(), sorted[at - 1].line()));
            }
        }
        return asked(sorted);
    }

    private Asked asked(Entry[] sorted) {
        var built = Instance.of(workshops);
        for (var entry : sorted) {
            built.add(entry.id(), entry.category(), entry.wishes());
        }
        return new Asked(
                built.build(),
                lottery < 0
                        ? null
                        : Arrays.stream(sorted).mapToLong(Entry::number).toArray());
    }

    private boolean header(Columns columns, CsvLines lines) {
        var faults = new ArrayList<String>();
        lines.fault().ifPresent(faults::add);
        columns.twice().forEach(twice -> faults.add("la colonne « %s » est là deux fois".formatted(twice)));
        name = columns.find("participant", "participante", "id", "identifiant", "personne");
        category = columns.find("category", "categorie");
        lottery = columns.find("lottery", "tirage", "numero", "number", "numerodetirage");
        together = columns.find("wishes", "voeux");
        ranked = columns.wishes(faults);
        if (name < 0) {
            faults.add("il manque la colonne « participant »");
        }
        if (together < 0 && ranked.isEmpty()) {
            faults.add("il manque les colonnes de vœux (« wish1 », « wish2 »… ou « wishes »)");
        }
        faults.forEach(fault -> complaints.add(file, 1, fault));
        return faults.isEmpty();
    }

    private void record(List<String> fields, CsvLines lines, int columns) {
        var reason = Fields.fault(fields, lines, columns).orElseGet(() -> refusal(fields, lines.number()));
        if (!reason.isEmpty()) {
            complaints.add(file, lines.number(), reason);
            if (lines.fault().isEmpty() && !Fields.unusable(fields.get(name))) {
                // Kept for its id: the same on another line is wrong too.
                entries.add(new Entry(fields.get(name), "", 0, new int[0], lines.number()));
            }
        }
    }

    /// Why a record cannot be taken; empty when it was.
    private String refusal(List<String> fields, int line) {
        var id = fields.get(name);
        if (Fields.unusable(id)) {
            return "l’identifiant du participant est vide ou contient un caractère de contrôle";
        }
        var ownCategory = category < 0 ? "" : fields.get(category);
        if (!ownCategory.isEmpty() && Fields.unusable(ownCategory)) {
            return "la catégorie contient un caractère de contrôle";
        }
        var number = 0L;
        if (lottery >= 0) {
            try {
                number = Long.parseLong(fields.get(lottery));
            } catch (NumberFormatException none) {
                return "« %s » n’est pas un numéro de tirage".formatted(fields.get(lottery));
            }
        }
        var wanted = wanted(fields);
        if (wanted.contains("")) {
            return "le vœu %d est vide, mais pas le suivant".formatted(wanted.indexOf("") + 1);
        }
        return take(new Entry(id, ownCategory, number, new int[wanted.size()], line), wanted);
    }

    private List<String> wanted(List<String> fields) {
        var wanted = new ArrayList<String>();
        ranked.forEach(column -> wanted.add(fields.get(column)));
        if (together >= 0) {
            var text = fields.get(together);
            wanted.addAll(placeOf.containsKey(text) ? List.of(text) : split(text));
        }
        while (!wanted.isEmpty() && wanted.getLast().isEmpty()) {
            wanted.removeLast();
        }
        return wanted;
    }

    private static List<String> split(String text) {
        var parts = text.contains("|") ? text.split("\\|", -1) : text.split("\\s+");
        return Arrays.stream(parts).map(String::strip).toList();
    }

    private String take(Entry entry, List<String> wanted) {
        for (var rank = 0; rank < wanted.size(); rank++) {
            var place = placeOf.get(wanted.get(rank));
            if (place == null) {
                return "vœu %d : aucun atelier « %s »".formatted(rank + 1, wanted.get(rank));
            }
            if (wanted.indexOf(wanted.get(rank)) < rank) {
                return "l’atelier « %s » est demandé deux fois".formatted(wanted.get(rank));
            }
            entry.wishes()[rank] = place;
        }
        entries.add(entry);
        return "";
    }
}
