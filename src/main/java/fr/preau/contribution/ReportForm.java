package fr.preau.contribution;

import fr.preau.consultation.Category;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rapporteur's form: who was there, the climate, and lines that one adds and takes away.
final class ReportForm {
    private static final int SHOWN = 5;
    private static final int MOST_LINES = 60;
    private static final int CLIMATE = 2000;
    private static final List<String> NAMES = List.of("nature", "texte", "pour", "contre", "autres", "rang");

    private final Fields fields;
    private int lines;

    ReportForm(Map<String, String> typed) {
        fields = new Fields(typed);
        var asked = fields.raw("lignes");
        lines = asked.matches("\\d{1,2}") ? Math.clamp(Integer.parseInt(asked), 1, MOST_LINES) : SHOWN;
    }

    Form form() {
        return fields.form();
    }

    /// A page's title says what came of the form.
    static String title(boolean checked, Form form) {
        return form.hasErrors()
                ? "À corriger : "
                : checked
                        ? "À vérifier : "
                        : form.value("lignes").isEmpty() ? "Compte rendu : " : "Compte rendu en cours : ";
    }

    int lines() {
        return lines;
    }

    boolean isFull() {
        return lines == MOST_LINES;
    }

    boolean isPaper() {
        return "papier".equals(fields.raw("origine"));
    }

    /// Whether « voir aussi » was switched off.
    boolean looksAlone() {
        return OnlineForm.looksAlone(fields);
    }

    void addLine() {
        lines = Math.min(MOST_LINES, lines + 1);
    }

    /// Those below move up.
    void removeLine(int gone) {
        for (var name : NAMES) {
            for (int line = gone; line < lines; line++) {
                fields.put(name + "-" + line, line + 1 < lines ? fields.raw(name + "-" + (line + 1)) : "");
            }
        }
        lines = Math.max(1, lines - 1);
    }

    /// Empty when something is to correct, said in the form.
    Optional<Filing> read() {
        var heads = heads();
        var present = heads.values().stream().mapToInt(Integer::intValue).sum();
        var climate = fields.text("climat", CLIMATE);
        var read = readLines(present);
        if (read.isEmpty() && !fields.hasErrors()) {
            fields.form().refuse("texte-0", "Écrivez au moins une ligne : ce qui a été constaté, proposé, demandé.");
        }
        return fields.hasErrors() ? Optional.empty() : Optional.of(new Filing(heads, climate, read, isPaper()));
    }

    private Map<Category, Integer> heads() {
        var heads = new EnumMap<Category, Integer>(Category.class);
        for (var category : Category.values()) {
            var people = fields.optionalNumber("present-" + category.name(), 0, LineForm.PEOPLE);
            if (people != null && people > 0) {
                heads.put(category, people);
            }
        }
        return heads;
    }

    private record Ranked(int rank, Filing.Line line) {}

    private List<Filing.Line> readLines(int present) {
        var all = new ArrayList<Ranked>();
        for (int line = 0; line < lines; line++) {
            var suffix = "-" + line;
            if (!LineForm.isEmpty(fields, suffix)) {
                var typed = fields.optionalNumber("rang" + suffix, 0, LineForm.PEOPLE);
                var rank = typed == null ? line + 1 : typed;
                LineForm.read(fields, suffix, present).ifPresent(read -> all.add(new Ranked(rank, read)));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::line)
                .toList();
    }
}
