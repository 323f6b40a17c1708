package rush;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What visitors were told, to compare with what the database holds.
final class Ledger {
    private final Map<String, Boolean> standing = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> mayCancel = new ConcurrentLinkedQueue<>();

    /// `link` is where the answer led to: a class's page, or the receipt of another form.
    void confirmed(String link) {
        standing.put(link, true);
        mayCancel.add(link);
    }

    void cancelled(String key) {
        standing.put(key, false);
    }

    /// Nobody told: the question was sent, no answer came.
    void unknown(String key) {
        standing.remove(key);
    }

    /// Someone who has a seat and will give it back; null when nobody has.
    String oneToCancel() {
        return mayCancel.poll();
    }

    void stays(String key) {
        mayCancel.add(key);
    }

    /// The links of all registrations that were acknowledged, given back since or not.
    Set<String> keys() {
        return Set.copyOf(standing.keySet());
    }

    int told() {
        return standing.size();
    }

    /// Acknowledged and not there, or given back and still there.
    int lost(Connection database) throws SQLException {
        var there = new ConcurrentHashMap<String, Boolean>();
        try (var sql = database.createStatement();
                var rows = sql.executeQuery("select unnest(array[key, form_token::text]), cancelled_at is null from registration.registration")) {
            while (rows.next()) {
                there.put(rows.getString(1), rows.getBoolean(2));
            }
        }
        return (int) standing.entrySet().stream()
                .filter(told -> !told.getValue().equals(there.get(last(told.getKey()))))
                .count();
    }

    private static String last(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
