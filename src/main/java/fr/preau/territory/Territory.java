package fr.preau.territory;

import fr.preau.web.French;

/// A node of the tree nation › région académique › académie › département. `code` is the INSEE region code for a
/// région académique, the ministry's two digits for an académie, the INSEE code (`09`, `2A`, `974`) for a
/// département or a community, and `FR` for the nation.
public record Territory(Level level, String code, String name) {
    public static final Territory NATION = new Territory(Level.NATION, "FR", "France");

    /// From the widest to the narrowest.
    public enum Level {
        NATION("nation"),
        REGION("région académique"),
        ACADEMIE("académie"),
        DEPARTEMENT("département");

        private final String french;

        Level(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }

    /// A key for forms and addresses: `ACADEMIE-16`.
    public String key() {
        return level + "-" + code;
    }

    /// « Ariège (09) », « académie de Toulouse », as a field shows it and [Territories#named] reads it.
    public String label() {
        return switch (level) {
            case NATION -> name;
            case REGION -> "%s %s".formatted(level.french(), name);
            case ACADEMIE -> "%s %s".formatted(level.french(), French.of(name));
            case DEPARTEMENT -> "%s (%s)".formatted(name, code);
        };
    }
}
