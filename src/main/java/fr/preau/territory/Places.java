package fr.preau.territory;

import java.util.List;
import java.util.Optional;

/// Turns an address into a point: the port a geocoding service can be plugged into. Ours needs no network: the middle
/// of the commune's schools in the directory.
public interface Places {
    /// A named place: `departement` is the INSEE code of the département it lies in.
    record Place(String label, String departement, GeoPoint point) {}

    /// Where this address is, as precisely as can be told; empty when even its commune is unknown.
    Optional<Place> locate(String address, String postcode, String commune);

    /// A commune by the name or postcode a person types; empty when none is like it. Of several with this name, the
    /// one with most schools: where a person may be asked, ask [#resolve].
    Optional<Place> commune(String words);

    /// What a person typed for a commune turned out to name.
    Named resolve(String words);

    /// What words for a commune name.
    sealed interface Named {
        record Found(Place place) implements Named {}

        /// At most ten, those with most schools first: the person chooses.
        record Several(List<Place> places) implements Named {}

        record None() implements Named {}
    }
}
