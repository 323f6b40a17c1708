package fr.preau.territory;

import org.jspecify.annotations.Nullable;

/// A school of the national directory. `mail` is its official address when the directory publishes one; `point` is
/// missing for about two schools in a hundred; a closed school stays, so that what happened there keeps its name.
public record School(
        Uai uai,
        String name,
        Kind kind,
        boolean publicSector,
        String address,
        String postcode,
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

    /// « Lycée Gabriel Fauré, Foix ».
    public String label() {
        return "%s, %s".formatted(name, commune);
    }
}
