package fr.preau.territory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Places as the school directory knows them, without any network: a commune lies in the middle of its schools.
@Component
class SchoolPlaces implements Places {
    private static final Pattern LABEL = Pattern.compile("(?<name>.+?)\\s*\\((?<departement>\\w{2,3})\\)");

    private static final int CANDIDATES = 10;

    private final PlaceRepository places;

    SchoolPlaces(PlaceRepository places) {
        this.places = places;
    }

    @Override
    public Optional<Place> locate(String address, String postcode, String commune) {
        return places.named(commune, postcode).or(() -> places.withPostcode(postcode));
    }

    @Override
    public Optional<Place> commune(String words) {
        return communes(words, 1).stream().findFirst();
    }

    @Override
    public Named resolve(String words) {
        var found = candidates(words);
        return switch (found.size()) {
            case 0 -> new Named.None();
            case 1 -> new Named.Found(found.getFirst());
            default -> new Named.Several(found);
        };
    }

    /// Those of this very name, else those whose name begins so, else those of the name spelt most like it.
    private List<Place> candidates(String words) {
        if (LABEL.matcher(words.strip()).matches() || Plain.of(words).matches("\\d{5}")) {
            return communes(words, 1);
        }
        var exact = places.exactly(words, CANDIDATES);
        if (!exact.isEmpty()) {
            return exact;
        }
        var beginning = places.beginning(words, CANDIDATES);
        return beginning.isEmpty()
                ? places.like(words, 1).stream()
                        .flatMap(nearest -> places.exactly(nameOf(nearest), CANDIDATES).stream())
                        .toList()
                : beginning;
    }

    private static String nameOf(Place place) {
        var label = LABEL.matcher(place.label());
        return label.matches() ? label.group("name") : place.label();
    }

    /// For a field that suggests: by postcode, by « Foix (09) », or by a name however it is spelt.
    List<Place> communes(String words, int limit) {
        var label = LABEL.matcher(words.strip());
        if (label.matches()) {
            return places.in(label.group("departement"), label.group("name")).stream()
                    .toList();
        }
        var plain = Plain.of(words);
        return plain.matches("\\d{5}") ? places.withPostcode(plain).stream().toList() : places.like(words, limit);
    }
}
