package fr.preau.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.postgresql.util.PSQLException;

/// Why a database could not be brought to this version, in a sentence for whoever starts the platform.
final class MigrationRefusal {
    private static final Pattern EXTENSION = Pattern.compile("extension (?:control file )?\"(?:[^\"]*/)?(\\w+)(?:\\.control)?\"");
    /// Those that only an administrator may make; the second brings the first.
    private static final Set<String> PLACES = Set.of("cube", "earthdistance");

    private MigrationRefusal() {}

    /// What was applied is not what this version has.
    static String invalid(Flyway flyway, String module, boolean embedded) {
        return flyway.validateWithResult().invalidMigrations.stream()
                .filter(migration -> migration.errorDetails.errorCode == CoreErrorCode.CHECKSUM_MISMATCH)
                .findFirst()
                .map(changed -> changed(changed, module))
                .orElseGet(() ->
                        "Cette base a été écrite par une version plus récente de Préau (ou modifiée à la main) : utilisez cette version-là, ou %s."
                                .formatted(embedded ? "un autre dossier de données" : "une autre base"));
    }

    private static String changed(ValidateOutput migration, String module) {
        return "La migration V%s du module %s n'est plus, dans cette version de Préau, celle qui a été appliquée à cette base : reprenez la version qui l'a appliquée, et signalez-le, car une migration appliquée ne change jamais."
                .formatted(migration.version, module);
    }

    /// What the owner of the database may not do, or the server does not have.
    static Optional<String> missingRight(FlywayException refused, DataSource database) {
        return Stream.iterate((Throwable) refused, cause -> cause != null, Throwable::getCause)
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .findFirst()
                .flatMap(cause -> missingRight(cause, database));
    }

    private static Optional<String> missingRight(PSQLException refused, DataSource database) {
        var extension = EXTENSION.matcher(String.valueOf(refused.getMessage()));
        if (extension.find()) {
            return Optional.of(missingExtension(refused, extension.group(1), name(database)));
        }
        return "42501".equals(refused.getSQLState())
                ? Optional.of(
                        "Cet utilisateur de PostgreSQL ne peut pas faire les tables de Préau : il doit être propriétaire de la base « %s » (alter database %1$s owner to …)."
                                .formatted(name(database)))
                : Optional.empty();
    }

    private static String missingExtension(PSQLException refused, String extension, String database) {
        var command = PLACES.contains(extension)
                ? "create extension earthdistance cascade"
                : "create extension " + extension;
        var first = "42501".equals(refused.getSQLState())
                ? "Il manque à la base « %s » l'extension %s, que seul un administrateur de PostgreSQL peut y mettre"
                        .formatted(database, extension)
                : "Le serveur de la base « %s » n'a pas l'extension %s : installez ses modules (paquet postgresql-contrib)"
                        .formatted(database, extension);
        return "%s : qu'il lance « %s » dans cette base, puis relancez Préau.".formatted(first, command);
    }

    private static String name(DataSource database) {
        try (var connection = database.getConnection()) {
            return String.valueOf(connection.getCatalog());
        } catch (SQLException _) {
            return "";
        }
    }
}
