package fr.preau.territory;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// Places as the school directory knows them, without any network: a commune lies in the middle of its schools.
@Component
class SchoolPlaces implements Places {
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
        var plain = Plain.of(words);
        return plain.matches("\\d{5}") ? places.withPostcode(plain) : places.like(words);
    }
}
