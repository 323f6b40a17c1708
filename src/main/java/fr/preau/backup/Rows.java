package fr.preau.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// The rows of a table, one by one.
final class Rows {
    private Rows() {}

    /// Writes them, and tells what they come to.
    static TableDigest.Result read(Connection connection, Table table, OutputStream out)
            throws IOException, SQLException {
        var digest = new TableDigest();
        var copy = manager(connection).copyOut(table.copyOut());
        try {
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                digest.write(row, 0, row.length);
                out.write(row);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return digest.result();
    }

    static CopyManager manager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
