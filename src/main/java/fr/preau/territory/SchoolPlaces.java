package fr.preau.territory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Places as the school directory knows them, without any network: a commune lies in the middle of its schools.
@Component
class SchoolPlaces implements Places {
    private static final Pattern LABEL = Pattern.compile("(?<name>.+?)\\s*\\((?<departement>\\w{2,3})\\)");

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
