package fr.preau.synthesis;

import fr.preau.territory.Territory;
import java.util.Optional;

/// The three levels at which syntheses are written, from the rooms up.
enum Level {
    DEPARTEMENT("Départements"),
    ACADEMIE("Académies"),
    NATIONAL("Synthèse nationale");

    private final String french;

    Level(String french) {
        this.french = french;
    }

    /// As a heading.
    String french() {
        return french;
    }

    /// The level that deals first with what was said in this territory: what an académie's own session gives goes
    /// straight to the académie.
    static Level of(Territory territory) {
        return switch (territory.level()) {
            case DEPARTEMENT -> DEPARTEMENT;
            case ACADEMIE -> ACADEMIE;
            case REGION, NATION -> NATIONAL;
        };
    }

    Optional<Level> below() {
        return switch (this) {
            case DEPARTEMENT -> Optional.empty();
            case ACADEMIE -> Optional.of(DEPARTEMENT);
            case NATIONAL -> Optional.of(ACADEMIE);
        };
    }

    Optional<Level> above() {
        return switch (this) {
            case DEPARTEMENT -> Optional.of(ACADEMIE);
            case ACADEMIE -> Optional.of(NATIONAL);
            case NATIONAL -> Optional.empty();
        };
    }
}
