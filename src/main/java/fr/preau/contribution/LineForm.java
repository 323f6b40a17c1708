package fr.preau.contribution;

import fr.preau.contribution.Contribution.Room;
import fr.preau.web.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields of one atomic item: in a report each line has its number after the names, in a correction there is none.
final class LineForm {
    /// The longest words of one item.
    static final int TEXT = 600;
    /// More than any room holds.
    static final int PEOPLE = 2000;

    private static final String NATURE = "Dites de quelle nature c'est.";

    private LineForm() {}

    static Map<String, String> of(Contribution contribution) {
        var values = new LinkedHashMap<String, String>();
        values.put("nature", contribution.nature().name());
        values.put("texte", contribution.text());
        values.put("pour", shown(contribution.room().agree()));
        values.put("contre", shown(contribution.room().against()));
        values.put("autres", shown(contribution.room().neither()));
        return values;
    }

    /// Whether nothing of this line is filled: it is no line then.
    static boolean isEmpty(Fields fields, String suffix) {
        return Stream.of("texte", "pour", "contre", "autres")
                .allMatch(name -> fields.raw(name + suffix).isBlank());
    }

    /// `present` are the people in the room, or negative when nobody said.
    static Optional<Filing.Line> read(Fields fields, String suffix, int present) {
        var nature = fields.required("nature" + suffix, Nature.class, NATURE);
        var text = fields.required("texte" + suffix, TEXT, "Écrivez ce qui a été dit.");
        var room = new Room(
                fields.optionalNumber("pour" + suffix, 0, PEOPLE),
                fields.optionalNumber("contre" + suffix, 0, PEOPLE),
                fields.optionalNumber("autres" + suffix, 0, PEOPLE));
        if (present >= 0 && sum(room) > present) {
            fields.form()
                    .refuse(
                            "pour" + suffix,
                            present == 0
                                    ? "Dites d'abord combien de personnes étaient là : le compte de la salle en dépend."
                                    : "Il y avait %d personnes : le compte de la salle en donne %d."
                                            .formatted(present, sum(room)));
        }
        return fields.hasErrors() ? Optional.empty() : nature.map(one -> new Filing.Line(one, text, room));
    }

    static int sum(Room room) {
        return Stream.of(room.agree(), room.against(), room.neither())
                .mapToInt(count -> count == null ? 0 : count)
                .sum();
    }

    private static String shown(@Nullable Integer count) {
        return count == null ? "" : count.toString();
    }
}
