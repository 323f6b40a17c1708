package fr.preau.retention;

import fr.preau.web.Pager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What each night forgot.
@Repository
class NightRepository {
    private final JdbcClient jdbc;

    NightRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What became of one promise one night.
    record Entry(
            String promise,
            Instant at,
            int forgotten,
            @Nullable String problem) {}

    /// A whole night: what it forgot, and the codes of the promises that failed.
    record Summary(LocalDate night, int forgotten, List<String> failed) {}

    void forgot(LocalDate night, String promise, int rows, Instant now) {
        jdbc.sql("""
                        insert into retention.night as n (night, promise, forgotten, at) values (?, ?, ?, ?)
                        on conflict (night, promise) do update
                        set forgotten = n.forgotten + excluded.forgotten, at = excluded.at, problem = null
                        """)
                .param(night)
                .param(promise)
                .param(rows)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void failed(LocalDate night, String promise, String problem, Instant now) {
        jdbc.sql("""
                        insert into retention.night (night, promise, problem, at) values (?, ?, ?, ?)
                        on conflict (night, promise) do update set problem = excluded.problem, at = excluded.at
                        """)
                .param(night)
                .param(promise)
                .param(problem)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The last night of each promise, by code.
    Map<String, Entry> last() {
        return jdbc
                .sql("select distinct on (promise) * from retention.night order by promise, night desc")
                .query(NightRepository::entry)
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::promise, Function.identity()));
    }

    int count() {
        return jdbc.sql("select count(distinct night)::int from retention.night")
                .query(Integer.class)
                .single();
    }

    List<Summary> page(int number) {
        return jdbc.sql("""
                        select night, sum(forgotten)::int as forgotten,
                            coalesce(string_agg(promise, ',' order by promise) filter (where problem is not null), '')
                                as failed
                        from retention.night group by night order by night desc limit 20 offset ?
                        """)
                .param(Pager.offset(number))
                .query((row, _) -> new Summary(
                        row.getObject("night", LocalDate.class),
                        row.getInt("forgotten"),
                        row.getString("failed").isEmpty()
                                ? List.of()
                                : List.of(row.getString("failed").split(","))))
                .list();
    }

    /// PostgreSQL's planner keeps values of each column, taken from rows that may be gone: they are taken anew.
    /// From empty tables, which `ANALYZE` leaves as they were, they are taken away, if the server is 18 or later.
    void forgetStatistics() {
        jdbc.sql("analyze").update();
        if (jdbc.sql("select to_regproc('pg_clear_attribute_stats') is null")
                .query(Boolean.class)
                .single()) {
            return;
        }
        jdbc.sql("""
                        select count(pg_clear_attribute_stats(s.schemaname, s.tablename, s.attname, s.inherited)::text)
                        from pg_stats s
                        join pg_namespace n on n.nspname = s.schemaname
                        join pg_class c on c.relnamespace = n.oid and c.relname = s.tablename
                        where c.reltuples = 0 and pg_get_userbyid(c.relowner) = current_user
                            and s.schemaname not in ('pg_catalog', 'information_schema')
                        """).query().singleRow();
    }

    void forgetBefore(LocalDate night) {
        jdbc.sql("delete from retention.night where night < ?").param(night).update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("promise"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("forgotten"),
                row.getString("problem"));
    }
}
