package fr.preau.backup;

import fr.preau.database.ModuleMigrations;
import fr.preau.database.ModuleMigrations.Step;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands in a database, as PostgreSQL's own catalogue tells it: nothing is known beforehand of a module's tables,
/// so that none is ever forgotten.
final class Layout {
    /// What libraries keep for the moment. Sessions would be keys to accounts, in a file: people sign in again. The
    /// timetable is written anew by the server that starts.
    static final List<String> LEFT =
            List.of("account.session", "account.session_attributes", "timetable.scheduled_tasks");

    /// How COPY writes values must not depend on whom it writes for.
    private static final String SAME_WORDS = """
            set local timezone = 'UTC';
            set local datestyle = 'ISO, YMD';
            set local intervalstyle = 'postgres';
            set local extra_float_digits = 1;
            set local bytea_output = 'hex';
            set local row_security = off;
            set local statement_timeout = 0;
            set local lock_timeout = 0;
            set local idle_in_transaction_session_timeout = 0
            """;

    /// Schemas of our own: those of PostgreSQL and of an extension are not.
    private static final String OURS = """
            n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
            and not exists (select from pg_depend d
                where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')""";

    private final Connection connection;

    Layout(Connection connection) {
        this.connection = connection;
    }

    /// Of another table's row, for a constraint or a trigger: two statements, to take it away and to put it back.
    record Undoing(String away, String back) {}

    void writeSameWords() throws SQLException {
        run(SAME_WORDS);
    }

    List<Table> tables() throws SQLException {
        return read("""
                select n.nspname, c.relname, array(
                        select a.attname::text from pg_attribute a
                        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        order by a.attnum)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and %s
                order by 1, 2""".formatted(OURS), row -> new Table(row.getString(1), row.getString(2), strings(row.getArray(3))))
                .stream()
                .filter(table -> !LEFT.contains(table.title()))
                .toList();
    }

    /// The last number each sequence gave; one that gave none is not there.
    Map<String, Long> sequences() throws SQLException {
        var last = new LinkedHashMap<String, Long>();
        read("""
                select format('%%I.%%I', s.schemaname, s.sequencename), s.last_value
                from pg_sequences s join pg_namespace n on n.nspname = s.schemaname
                where s.last_value is not null and %s
                order by 1""".formatted(OURS), row -> last.put(row.getString(1), row.getLong(2)));
        return last;
    }

    /// The migrations applied, module by module; empty where Préau never opened.
    Map<String, List<Step>> modules() throws SQLException {
        var root = ModuleMigrations.history(ModuleMigrations.ROOT);
        var modules = new LinkedHashMap<String, List<Step>>();
        for (var table : read(
                "select relname from pg_class where oid = to_regclass(relname) and relkind = 'r' and relname ~ '^%s(_|$)' order by 1"
                        .formatted(root),
                row -> row.getString(1))) {
            var module = table.equals(root) ? ModuleMigrations.ROOT : table.substring(root.length() + 1);
            modules.put(
                    module,
                    read(
                            "select version, checksum from %s where success and type = 'SQL' order by installed_rank"
                                    .formatted(Table.quoted(table)),
                            row -> new Step(row.getString(1), row.getInt(2))));
        }
        return modules;
    }

    /// Keys to other tables: put back at the end, each is checked once for all rows, whatever the order they came in.
    List<Undoing> foreignKeys() throws SQLException {
        return read("""
                select format('alter table %%I.%%I drop constraint %%I', n.nspname, c.relname, k.conname),
                    format('alter table %%I.%%I add constraint %%I %%s', n.nspname, c.relname, k.conname,
                        pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and k.conparentid = 0 and %s
                order by k.oid""".formatted(OURS), Layout::undoing);
    }

    /// What refuses or adds rows by itself: a journal that may not be emptied.
    List<Undoing> triggers() throws SQLException {
        return read("""
                select distinct format('alter table %%I.%%I disable trigger user', n.nspname, c.relname),
                    format('alter table %%I.%%I enable trigger user', n.nspname, c.relname)
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where not t.tgisinternal and c.relkind = 'r' and %s""".formatted(OURS), Layout::undoing);
    }

    List<String> materializedViews() throws SQLException {
        return read("""
                select format('%%I.%%I', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'm' and %s
                order by c.oid""".formatted(OURS), row -> row.getString(1));
    }

    /// Whether nothing stands there but what PostgreSQL and extensions brought.
    boolean isEmpty() throws SQLException {
        return read("""
                select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and not exists (select from pg_depend d
                        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                limit 1""", row -> row.getInt(1)).isEmpty();
    }

    /// What takes everything of ours away again: schemas, and what the root migrations put in `public`.
    List<String> removals() throws SQLException {
        var all = new ArrayList<String>();
        all.addAll(read(
                "select format('drop schema %%I cascade', n.nspname) from pg_namespace n where %s".formatted(OURS),
                row -> row.getString(1)));
        all.addAll(read("""
                select format('drop table %I.%I cascade', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind = 'r' and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')""", row -> row.getString(1)));
        all.addAll(read("""
                select format('drop function %s cascade', p.oid::regprocedure)
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = 'public' and not exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')""", row -> row.getString(1)));
        all.addAll(read("""
                select format('drop text search configuration %I.%I', n.nspname, c.cfgname)
                from pg_ts_config c join pg_namespace n on n.oid = c.cfgnamespace
                where n.nspname = 'public' and not exists (select from pg_depend d
                    where d.classid = 'pg_ts_config'::regclass and d.objid = c.oid and d.deptype = 'e')""", row -> row.getString(1)));
        return all;
    }

    void run(String statement) throws SQLException {
        try (var now = connection.createStatement()) {
            now.execute(statement);
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String query, Reader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(reader.read(rows));
            }
        }
        return all;
    }

    private static Undoing undoing(ResultSet row) throws SQLException {
        return new Undoing(row.getString(1), row.getString(2));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
