package fr.preau.catalogue;

import fr.preau.event.Search;
import fr.preau.territory.Places;
import fr.preau.territory.School;
import fr.preau.web.Form;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// The parameters while they are being read: what was typed, what of it deserves to stay in the address, what to say.
/// Of a parameter given twice the first counts, except where several answers make sense.
final class SearchTyped {
    private static final int LONGEST = 200;

    private final MultiValueMap<String, String> parameters;
    private final MultiValueMap<String, String> kept = new LinkedMultiValueMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();
    private List<School> schools = List.of();
    private List<Places.Place> places = List.of();

    SearchTyped(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    String text(String field) {
        return tidy(field, parameters.getFirst(field));
    }

    /// The first answer to a field that says something: a choice offered among several comes before what was typed.
    String chosen(String field) {
        return texts(field).stream().findFirst().orElse("");
    }

    /// Every answer to a field that has one: a choice offered among several comes before what was typed.
    String joined(String field) {
        return tidy(field, String.join(",", parameters.getOrDefault(field, List.of())));
    }

    Set<String> texts(String field) {
        var all = new LinkedHashSet<String>();
        parameters.getOrDefault(field, List.of()).stream()
                .limit(50)
                .map(text -> tidy(field, text))
                .filter(text -> !text.isEmpty())
                .forEach(all::add);
        return all;
    }

    /// A whole number, `usual` when nothing is said; only another one stays in the address.
    int number(String field, int least, int most, int usual, String sentence) {
        var text = text(field);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            refuse(field, sentence);
            return usual;
        }
        var number = Integer.parseInt(text);
        keep(field, number == usual ? "" : Integer.toString(number));
        return number;
    }

    <E extends Enum<E>> @Nullable E choice(String field, Class<E> type, String sentence) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        var choice = named(type, text);
        choice.ifPresentOrElse(found -> keep(field, found.name()), () -> refuse(field, sentence));
        return choice.orElse(null);
    }

    static <E extends Enum<E>> Optional<E> named(Class<E> type, String text) {
        var name = text.toUpperCase(Locale.ROOT);
        return java.util.Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    void keep(String field, String value) {
        if (!value.isEmpty()) {
            kept.add(field, value);
        }
    }

    void forget(String field) {
        kept.remove(field);
    }

    /// What the field says when the page comes back, where people read other words than the address.
    void show(String field, String words) {
        shown.put(field, words);
    }

    void propose(List<School> found) {
        schools = found;
    }

    void proposePlaces(List<Places.Place> found) {
        places = found;
    }

    boolean proposes() {
        return !schools.isEmpty() || !places.isEmpty();
    }

    void refuse(String field, String sentence) {
        refusals.putIfAbsent(field, sentence);
    }

    SearchReading reading(Search search) {
        var values = new HashMap<String, Object>();
        values.put("rayon", Integer.toString(Search.Near.USUAL));
        parameters.forEach((field, all) -> values.put(field, shown(field, all)));
        values.putAll(shown);
        var form = Form.filled(values);
        SearchReading.FIELDS.stream()
                .filter(refusals::containsKey)
                .forEach(field -> form.refuse(field, Objects.requireNonNull(refusals.get(field))));
        return new SearchReading(search, form, kept, schools, places, isNoisy());
    }

    /// Whether the address says more than it needs.
    private boolean isNoisy() {
        return SearchReading.FIELDS.stream()
                .anyMatch(field -> !Objects.equals(
                        parameters.getOrDefault(field, List.of()), kept.getOrDefault(field, List.of())));
    }

    private static Object shown(String field, List<String> all) {
        return field.equals("acces") ? List.copyOf(all) : Objects.requireNonNullElse(all.getFirst(), "");
    }

    private String tidy(String field, @Nullable String text) {
        if (text == null) {
            return "";
        }
        var tidy = text.strip();
        if (tidy.length() > LONGEST || tidy.chars().anyMatch(Character::isISOControl)) {
            refuse(field, "Écrivez quelques mots, sur une ligne.");
            return "";
        }
        return tidy;
    }
}
