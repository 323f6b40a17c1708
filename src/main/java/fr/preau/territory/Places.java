package fr.preau.territory;

import java.util.Optional;

/// Turns an address into a point: the port a geocoding service can be plugged into. Ours needs no network: the middle
/// of the commune's schools in the directory.
public interface Places {
    /// A named place: `departement` is the INSEE code of the département it lies in.
    record Place(String label, String departement, GeoPoint point) {}

    /// Where this address is, as precisely as can be told; empty when even its commune is unknown.
    Optional<Place> locate(String address, String postcode, String commune);

    /// A commune by the name or postcode a person types; empty when none is like it.
    Optional<Place> commune(String words);
}
