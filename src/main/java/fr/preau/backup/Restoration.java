package fr.preau.backup;

import fr.preau.database.DatabaseState;
import fr.preau.database.DatabaseUnavailable;
import fr.preau.database.ModuleMigrations;
import fr.preau.database.ModuleMigrations.Step;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Makes an empty database what a backup says, then what this version of Préau wants: the tables as they were when it
/// was written, its rows in one transaction, found the same when read again, then the migrations since.
///
/// From the first moment to the last the database says that it is unfinished, and no server opens on it. What fails is
/// taken away again; what a kill left is taken away by the next restoration. The owner of the database may do all of it.
final class Restoration {
    /// The name of the lock, in PostgreSQL's one list of them.
    private static final long TURN = 0x72_65_73_74L;

    private final DataSource database;
    private final ModuleMigrations migrations;

    Restoration(DataSource database, ModuleMigrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    void restore(BackupFile backup) throws Refused {
        try (var turn = database.getConnection()) {
            if (!asked(turn, "select pg_try_advisory_lock(%d)".formatted(TURN))) {
                throw new Refused("Une autre restauration de cette base est en cours.");
            }
            try {
                restore(backup, turn);
            } finally {
                asked(turn, "select pg_advisory_unlock(%d)".formatted(TURN));
            }
        } catch (SQLException problem) {
            throw failed(problem);
        }
    }

    private void restore(BackupFile backup, Connection turn) throws SQLException, Refused {
        if (asked(turn, "select to_regclass('%s') is not null".formatted(DatabaseState.UNFINISHED))) {
            empty(turn);
        }
        if (!new Layout(turn).isEmpty()) {
            throw new Refused(
                    "Cette base n'est pas vide : une sauvegarde se restaure dans une base neuve (un autre dossier avec --preau.data, ou une autre base).");
        }
        refuseOthers(backup.manifest());
        try {
            new Layout(turn).run("create table %s as select now() as since".formatted(DatabaseState.UNFINISHED));
            fill(backup, turn);
        } catch (SQLException | IOException | DatabaseUnavailable problem) {
            empty(turn);
            throw failed(problem);
        } catch (Refused | RuntimeException problem) {
            empty(turn);
            throw problem;
        }
    }

    private void fill(BackupFile backup, Connection turn) throws SQLException, IOException, Refused {
        migrations.migrate(database, versions(backup.manifest()));
        copy(backup);
        migrations.migrate(database);
        mark(backup.manifest(), turn);
        new Layout(turn).run("analyze");
    }

    /// What this version does not know, or knows otherwise, it cannot make anew.
    private void refuseOthers(Manifest manifest) throws Refused {
        var known = migrations.known(database);
        for (var module : manifest.modules().entrySet()) {
            for (var step : module.getValue()) {
                refuseOther(module.getKey(), step, known.getOrDefault(module.getKey(), List.of()));
            }
        }
    }

    private static void refuseOther(String module, Step step, List<Step> known) throws Refused {
        var same = known.stream()
                .filter(one -> one.version().equals(step.version()))
                .findFirst()
                .orElseThrow(
                        () -> new Refused(
                                "Cette sauvegarde vient d'une version plus récente de Préau : restaurez-la avec cette version-là, ou une plus récente encore."));
        if (same.checksum() != step.checksum()) {
            throw new Refused(
                    "La migration V%s du module %s n'est plus, dans cette version de Préau, celle de la sauvegarde : restaurez-la avec la version qui l'a écrite, et signalez-le."
                            .formatted(step.version(), module));
        }
    }

    private static Map<String, String> versions(Manifest manifest) {
        var versions = new TreeMap<String, String>();
        manifest.modules().entrySet().stream()
                .filter(module -> !module.getValue().isEmpty())
                .forEach(module ->
                        versions.put(module.getKey(), module.getValue().getLast().version()));
        return versions;
    }

    private void copy(BackupFile backup) throws SQLException, IOException, Refused {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                copy(backup, connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void copy(BackupFile backup, Connection connection) throws SQLException, IOException, Refused {
        var layout = new Layout(connection);
        layout.writeSameWords();
        refuseOtherTables(backup.manifest(), layout.tables());
        var keys = layout.foreignKeys();
        var triggers = layout.triggers();
        for (var trigger : triggers) {
            layout.run(trigger.away());
        }
        for (var key : keys) {
            layout.run(key.away());
        }
        for (var entry : backup.manifest().tables()) {
            copy(backup, entry, connection);
        }
        for (var key : keys) {
            layout.run(key.back());
        }
        for (var trigger : triggers) {
            layout.run(trigger.back());
        }
        for (var sequence : backup.manifest().sequences().entrySet()) {
            layout.run("select setval('%s', %d)".formatted(sequence.getKey().replace("'", "''"), sequence.getValue()));
        }
        for (var view : layout.materializedViews()) {
            layout.run("refresh materialized view " + view);
        }
    }

    private static void refuseOtherTables(Manifest manifest, List<Table> made) throws Refused {
        var tables = manifest.tables().stream().map(Manifest.Entry::table).collect(Collectors.toSet());
        if (!made.stream().collect(Collectors.toSet()).equals(tables)) {
            throw new Refused(
                    "Les tables de cette sauvegarde ne sont pas celles de la version de Préau qui l'a écrite : la base a été modifiée à la main, elle ne peut pas être refaite.");
        }
    }

    /// What a migration wrote into an empty table gives way to what was in it.
    private static void copy(BackupFile backup, Manifest.Entry entry, Connection connection)
            throws SQLException, IOException, Refused {
        new Layout(connection).run("delete from " + entry.table().sql());
        try (var rows = backup.rows(entry.table())) {
            Rows.manager(connection).copyIn(entry.table().copyIn(), rows);
        }
        var found = Rows.read(connection, entry.table(), java.io.OutputStream.nullOutputStream());
        if (found.rows() != entry.rows().rows() || !found.sum().equals(entry.rows().sum())) {
            throw new Refused("La table %s, relue, n'est pas celle de la sauvegarde : rien n'a été restauré."
                    .formatted(entry.table().title()));
        }
    }

    private static void mark(Manifest manifest, Connection turn) throws SQLException {
        turn.setAutoCommit(false);
        try {
            new Layout(turn).run("delete from timetable.restored");
            try (var insert = turn.prepareStatement(
                    "insert into timetable.restored (restored_at, backup_at) values (now(), ?)")) {
                insert.setObject(1, manifest.at().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            new Layout(turn).run("drop table " + DatabaseState.UNFINISHED);
            turn.commit();
        } finally {
            turn.rollback();
            turn.setAutoCommit(true);
        }
    }

    /// In one transaction: half of it taken away would not say any more that it is a half.
    private static void empty(Connection turn) throws SQLException {
        turn.setAutoCommit(false);
        try {
            var layout = new Layout(turn);
            for (var removal : layout.removals()) {
                layout.run(removal);
            }
            turn.commit();
        } finally {
            turn.rollback();
            turn.setAutoCommit(true);
        }
    }

    private static boolean asked(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static Refused failed(Exception problem) {
        return new Refused(
                "La restauration s'est arrêtée (%s) : la base n'est pas ouverte, recommencez."
                        .formatted(String.valueOf(problem.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")),
                problem);
    }
}
