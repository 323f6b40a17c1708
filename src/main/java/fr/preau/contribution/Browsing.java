package fr.preau.contribution;

import fr.preau.consultation.Consultation;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// The public list of a consultation's contributions, narrowed by theme, territory, nature and words.
record Browsing(
        Consultation consultation,
        String words,
        String theme,
        @Nullable Nature nature,
        @Nullable Territory territory,
        Form form,
        Map<String, String> asked) {
    private static final int LONGEST = 200;

    /// What is not understood narrows nothing and is said at its field.
    static Browsing read(Consultation consultation, Map<String, String> typed, Territories territories) {
        var asked = new LinkedHashMap<String, String>();
        for (var field : List.of("q", "theme", "nature", "territoire")) {
            var words = typed.getOrDefault(field, "")
                    .replaceAll("[\\p{Cntrl}\\s]+", " ")
                    .strip();
            asked.put(field, words.substring(0, Math.min(LONGEST, words.length())));
        }
        var fields = new Fields(asked);
        var place = fields.raw("territoire");
        var territory = territories.named(place).orElse(null);
        if (territory == null && !place.isEmpty()) {
            fields.form()
                    .refuse("territoire", "Ce territoire n'est pas connu : écrivez une académie ou un département.");
        }
        return new Browsing(
                consultation,
                fields.raw("q"),
                fields.raw("theme"),
                fields.constant("nature", Nature.class).orElse(null),
                territory,
                fields.form(),
                asked);
    }

    boolean isNarrowed() {
        return asked.values().stream().anyMatch(value -> !value.isEmpty());
    }

    String here() {
        var address = UriComponentsBuilder.fromPath(consultation.path() + "/contributions");
        asked.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
