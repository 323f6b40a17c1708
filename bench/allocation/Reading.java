package allocation;

import fr.preau.allocation.Instance;
import fr.preau.allocation.Workshop;
import ground.Platform;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/// A crowd's wishes in the platform's own table, read back from PostgreSQL as an instance: what a seating is compared
/// with, for it comes after.
final class Reading implements AutoCloseable {
    private static final int AT_ONCE = 50_000;

    private final Platform platform;
    private final Connection database;
    private final List<Workshop> workshops;
    private final Map<UUID, Integer> places = new HashMap<>();

    Reading(Path jar, Crowd crowd) throws IOException, InterruptedException, SQLException {
        platform = Platform.start(jar);
        database = platform.database();
        workshops = crowd.instance().workshops();
        for (var workshop = 0; workshop < workshops.size(); workshop++) {
            places.put(id(workshop), workshop);
        }
        try (var sql = database.createStatement()) {
            // People without a party: nothing but their wishes is read.
            sql.execute("set session_replication_role = replica");
            for (var from = 0; from < crowd.people(); from += AT_ONCE) {
                write(crowd.instance(), from, Math.min(from + AT_ONCE, crowd.people()));
            }
            sql.execute("vacuum analyze consultation.participant");
        }
        database.setAutoCommit(false);
    }

    private static UUID id(int workshop) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L | workshop);
    }

    private void write(Instance instance, int from, int to) throws SQLException, IOException {
        var lines = new StringBuilder();
        for (var person = from; person < to; person++) {
            lines.append("%s\t%s\t%s\t%010d\tPUPIL\t{".formatted(new UUID(1, person), id(0), id(0), person));
            for (var rank = 0; rank < instance.wishes(person); rank++) {
                lines.append(rank == 0 ? "" : ",").append(id(instance.wish(person, rank)));
            }
            lines.append("}\t2026-11-01\t").append(new UUID(2, person)).append('\n');
        }
        database.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                copy consultation.participant (id, party_id, session_id, pseudonym, category, wishes, created_at, form)
                from stdin
                """, new StringReader(lines.toString()));
    }

    Instance read() {
        var built = Instance.of(workshops);
        try (var sql = database.prepareStatement("""
                select pseudonym, wishes from consultation.participant where session_id = ? order by pseudonym
                """)) {
            sql.setFetchSize(10_000);
            sql.setObject(1, id(0));
            try (var rows = sql.executeQuery()) {
                while (rows.next()) {
                    built.add(rows.getString(1), wishes(rows.getArray(2)));
                }
            }
            database.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return built.build();
    }

    private int[] wishes(Array read) throws SQLException {
        var workshops = (UUID[]) read.getArray();
        var wishes = new int[workshops.length];
        for (var rank = 0; rank < wishes.length; rank++) {
            wishes[rank] = places.get(workshops[rank]);
        }
        return wishes;
    }

    @Override
    public void close() throws IOException, SQLException {
        database.close();
        platform.close();
    }
}
