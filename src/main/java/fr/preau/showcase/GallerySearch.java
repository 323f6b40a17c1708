package fr.preau.showcase;

import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Form;
import fr.preau.web.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What is looked for in the gallery, with the form that asked for it. What is not understood narrows nothing and is
/// said at its field.
record GallerySearch(
        String words,
        String year,
        @Nullable Level level,
        @Nullable Category category,
        @Nullable Territory territory,
        Form form,
        Map<String, String> asked) {
    private static final int LONGEST = 200;

    /// As typed: `annee` is a school year, « 2025-2026 ».
    record Asked(
            @Nullable String q,
            @Nullable String annee,
            @Nullable String niveau,
            @Nullable String categorie,
            @Nullable String territoire) {
        private Map<String, String> fields() {
            var fields = new LinkedHashMap<String, String>();
            fields.put("q", line(q));
            fields.put("annee", line(annee));
            fields.put("niveau", line(niveau));
            fields.put("categorie", line(categorie));
            fields.put("territoire", line(territoire));
            return fields;
        }

        private static String line(@Nullable String typed) {
            var line = typed == null ? "" : Typed.line(typed);
            return line.substring(0, Math.min(LONGEST, line.length()));
        }
    }

    static GallerySearch read(Asked typed, Territories territories) {
        var asked = typed.fields();
        var form = Form.filled(asked);
        var place = asked.getOrDefault("territoire", "");
        var territory = territories.named(place).orElse(null);
        if (territory == null && !place.isEmpty()) {
            form.refuse("territoire", "Ce territoire n'est pas connu : écrivez une académie ou un département.");
        }
        return new GallerySearch(
                asked.getOrDefault("q", ""),
                asked.getOrDefault("annee", ""),
                Typed.constant(Level.class, asked.getOrDefault("niveau", "")).orElse(null),
                Typed.constant(Category.class, asked.getOrDefault("categorie", ""))
                        .orElse(null),
                territory,
                form,
                asked);
    }

    boolean isEmpty() {
        return asked.values().stream().allMatch(String::isEmpty);
    }

    /// The same search at another address.
    String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        asked.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
