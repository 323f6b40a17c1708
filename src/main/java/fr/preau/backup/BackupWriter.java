package fr.preau.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/// Writes a whole database to a file, of one moment, while people go on writing in it: nothing is held back, and no more
/// than a row is in memory. The file is called `….partial` until it is whole, is read by nobody else, and overwrites
/// nothing.
final class BackupWriter {
    private static final FileAttribute<?> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    static final String MANIFEST = "manifest.json";

    private final DataSource database;
    private final String version;

    BackupWriter(DataSource database, String version) {
        this.database = database;
        this.version = version;
    }

    Manifest write(Path file) throws Refused {
        if (Files.exists(file)) {
            throw new Refused("Le fichier %s existe déjà : donnez un autre nom, ou retirez-le d'abord.".formatted(file));
        }
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        try (var channel = FileChannel.open(
                partial, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OURS_ALONE)) {
            return write(channel, partial, file);
        } catch (FileAlreadyExistsException taken) {
            throw new Refused("Le fichier %s a été fait entre-temps : la sauvegarde reste dans %s.".formatted(file, partial), taken);
        } catch (IOException problem) {
            throw new Refused(
                    "La sauvegarde %s ne peut pas être écrite (%s) : vérifiez le dossier, les droits et la place sur le disque."
                            .formatted(file, problem.getMessage()),
                    problem);
        }
    }

    private Manifest write(FileChannel channel, Path partial, Path file) throws IOException, Refused {
        if (!locked(channel)) {
            throw new Refused("Une autre sauvegarde vers %s est en cours.".formatted(file));
        }
        try {
            channel.truncate(0);
            var manifest = copy(channel);
            channel.force(true);
            Files.move(partial, file);
            return manifest;
        } catch (SQLException problem) {
            Files.deleteIfExists(partial);
            throw new Refused("La base n'a pas pu être lue jusqu'au bout : rien n'est sauvegardé.", problem);
        } catch (IOException | Refused problem) {
            if (!(problem instanceof FileAlreadyExistsException)) {
                Files.deleteIfExists(partial);
            }
            throw problem;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private Manifest copy(FileChannel channel) throws IOException, SQLException, Refused {
        var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        zip.setLevel(Deflater.BEST_SPEED);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var manifest = copy(connection, zip);
                zip.putNextEntry(new ZipEntry(MANIFEST));
                zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
                zip.closeEntry();
                zip.finish();
                zip.flush();
                return manifest;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /// Everything is read in one transaction, which sees one moment; sequences last, for they only grow.
    private Manifest copy(Connection connection, ZipOutputStream zip) throws IOException, SQLException, Refused {
        var layout = new Layout(connection);
        layout.run("set transaction isolation level repeatable read, read only");
        layout.writeSameWords();
        var modules = layout.modules();
        if (modules.isEmpty()) {
            throw new Refused("Cette base ne contient pas Préau : il n'y a rien à sauvegarder.");
        }
        var tables = layout.tables();
        layout.run("lock table %s in access share mode"
                .formatted(tables.stream().map(Table::sql).collect(Collectors.joining(", "))));
        var at = now(connection);
        var entries = entries(connection, tables, zip);
        return new Manifest(
                Manifest.FORMAT,
                version,
                connection.getMetaData().getDatabaseProductVersion(),
                at,
                modules,
                entries,
                layout.sequences(),
                Layout.LEFT);
    }

    private static List<Manifest.Entry> entries(Connection connection, List<Table> tables, ZipOutputStream zip)
            throws IOException, SQLException {
        var entries = new ArrayList<Manifest.Entry>();
        for (var table : tables) {
            zip.putNextEntry(new ZipEntry(table.path()));
            entries.add(new Manifest.Entry(table, Rows.read(connection, table, zip)));
            zip.closeEntry();
        }
        return entries;
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select now()")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }
}
