package fr.preau.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/// What a database is, before any of its tables is counted on: empty, whole, or left in the middle of a restoration.
public record DatabaseState(DataSource database) {
    /// A table that stands there from the first to the last moment of a restoration.
    public static final String UNFINISHED = "public.preau_unfinished_restoration";

    /// Stops a start on half a base.
    ///
    /// @throws DatabaseUnavailable when a restoration did not come to its end
    public void refuseUnfinished() {
        if (has(UNFINISHED)) {
            throw new DatabaseUnavailable(
                    "La restauration de cette base n'est pas allée à son terme : rien ne s'ouvre sur une moitié de base, relancez « script/preau restore » sur elle.");
        }
    }

    /// Stops what would work on nothing.
    ///
    /// @throws DatabaseUnavailable when Préau never opened on it
    public void refuseEmpty() {
        if (!has(ModuleMigrations.history(ModuleMigrations.ROOT))) {
            throw new DatabaseUnavailable(
                    "Cette base ne contient pas Préau : démarrez d'abord le serveur sur elle (script/server), ou nommez celle que vous voulez avec --database ou --preau.data.");
        }
    }

    private boolean has(String table) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException problem) {
            throw new DatabaseUnavailable("La base ne répond pas comme prévu.", problem);
        }
    }
}
