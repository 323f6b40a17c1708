package fr.preau.territory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A school of the national directory. `nature` is the ministry's three digits, empty where unknown; `mail` is its
/// official address when the directory publishes one; `publicSector` is null where no file said; `point` is missing for
/// about two schools in a hundred; a closed
/// school stays, so that what happened there keeps its name.
public record School(
        Uai uai,
        String name,
        Kind kind,
        String nature,
        Set<Track> tracks,
        @Nullable Boolean publicSector,
        String address,
        String postcode,
        String communeCode,
        String commune,
        String departement,
        @Nullable GeoPoint point,
        @Nullable String mail,
        boolean open) {
    /// What kind of school, as the directory's `code_nature` and type tell.
    public enum Kind {
        ECOLE("école"),
        COLLEGE("collège"),
        LYCEE("lycée"),
        LYCEE_PROFESSIONNEL("lycée professionnel"),
        OTHER("établissement");

        private final String french;

        Kind(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }

    /// The ways a lycée teaches.
    public enum Track {
        GENERAL("voie générale"),
        TECHNOLOGICAL("voie technologique"),
        PROFESSIONAL("voie professionnelle");

        private final String french;

        Track(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }

    /// « Lycée Gabriel Fauré, Foix ».
    public String label() {
        return commune.isEmpty() ? name : "%s, %s".formatted(name, commune);
    }
}
