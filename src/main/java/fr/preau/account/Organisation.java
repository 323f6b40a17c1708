package fr.preau.account;

/// An organisation as others see it.
public record Organisation(OrganisationId id, String name, Kind kind) {
    public enum Kind {
        COMPANY("entreprise"),
        ASSOCIATION("association"),
        LOCAL_AUTHORITY("collectivité"),
        HIGHER_EDUCATION("enseignement supérieur"),
        LABORATORY("laboratoire"),
        SCHOOL("établissement scolaire");

        private final String french;

        Kind(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }
}
