package fr.preau.territory;

import java.time.ZoneId;

/// A département or an overseas community, with the académie and région académique it belongs to, the time its clocks
/// show, its school-holiday zone (`A`, `B`, `C`, or its own name; empty where the calendar gives none) and its square
/// on the tile map (column and row, from the top left).
public record Departement(
        String code,
        String name,
        Territory academie,
        Territory region,
        ZoneId zone,
        String holidays,
        int column,
        int row) {
    public Territory territory() {
        return new Territory(Territory.Level.DEPARTEMENT, code, name);
    }

    /// Whether this département is in `outer`: itself, its académie, its region or the nation.
    public boolean isIn(Territory outer) {
        return switch (outer.level()) {
            case NATION -> true;
            case REGION -> region.code().equals(outer.code());
            case ACADEMIE -> academie.code().equals(outer.code());
            case DEPARTEMENT -> code.equals(outer.code());
        };
    }
}
