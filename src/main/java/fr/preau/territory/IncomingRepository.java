package fr.preau.territory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lines of a directory on their way in: laid aside in temporary tables of the transaction, compared whole with
/// what is known, then written in two statements. Nobody sees anything before the end.
@Repository
class IncomingRepository {
    private static final String COLUMNS = """
            name, kind, nature, tracks, public_sector, address, postcode, commune_code, commune, departement,
            latitude, longitude, mail, open""";
    /// A file covers a kind of school in the départements it names when it has at least this share of those known.
    private static final double COVERS = 0.8;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    IncomingRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void prepare() {
        jdbc.sql("drop table if exists pg_temp.incoming, pg_temp.planned").update();
        jdbc.sql("""
                        create temporary table incoming (
                            line bigint, uai text, name text, kind text, guess text, nature text, tracks text[],
                            public_sector boolean, address text, postcode text, commune_code text, commune text,
                            departement text, latitude double precision, longitude double precision, mail text,
                            open boolean, weight int
                        ) on commit drop
                        """).update();
    }

    void add(List<SchoolLine> lines) {
        batches.batchUpdate("""
                insert into incoming values (?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, lines.size(), IncomingRepository::bind);
    }

    /// One line a school: the one that speaks for it, completed with what the file does not say, and what to do with
    /// it.
    void plan() {
        jdbc.sql("""
                        create temporary table planned on commit drop as
                        with spoken as (
                            select distinct on (uai) * from incoming order by uai, open desc, weight desc, line
                        ), together as (
                            select uai, array_agg(distinct track order by track) filter (where track is not null) as tracks
                              from incoming left join lateral unnest(tracks) as track on true
                             group by uai having count(distinct line) > 1
                        ), whole as (
                            select uai, spoken.name,
                                   coalesce(spoken.kind, known.kind, spoken.guess)             as kind,
                                   coalesce(spoken.nature, known.nature, '')                   as nature,
                                   coalesce(together.tracks, spoken.tracks, known.tracks, '{}') as tracks,
                                   coalesce(spoken.public_sector, known.public_sector, true)   as public_sector,
                                   coalesce(spoken.address, known.address, '')                 as address,
                                   coalesce(spoken.postcode, known.postcode, '')               as postcode,
                                   coalesce(spoken.commune_code, known.commune_code, '')       as commune_code,
                                   coalesce(spoken.commune, known.commune, '')                 as commune,
                                   spoken.departement,
                                   coalesce(spoken.latitude, known.latitude)                   as latitude,
                                   coalesce(spoken.longitude, known.longitude)                 as longitude,
                                   case when spoken.mail is null then known.mail else nullif(spoken.mail, '') end as mail,
                                   spoken.open
                              from spoken
                              left join together using (uai)
                              left join territory.school as known using (uai)
                        )
                        select whole.*,
                               case when known.uai is null then 'CREATED'
                                    when known.open and not whole.open then 'CLOSED'
                                    when (%s) is distinct from (%s) then 'UPDATED'
                                    else 'UNCHANGED' end as action
                          from whole left join territory.school as known using (uai)
                        """.formatted(of("whole"), of("known"))).update();
    }

    /// How many schools each action of the plan is for.
    Map<String, Integer> counts() {
        return jdbc
                .sql("select action, count(*)::int as schools from planned group by action")
                .query((row, _) -> Map.entry(row.getString("action"), row.getInt("schools")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// How many schools stand on several lines.
    int merged() {
        return jdbc.sql("select count(*) from (select from incoming group by uai having count(*) > 1) as several")
                .query(Integer.class)
                .single();
    }

    void apply() {
        jdbc.sql("insert into territory.school (uai, %1$s) select uai, %1$s from planned where action = 'CREATED'"
                        .formatted(COLUMNS))
                .update();
        jdbc.sql("""
                        update territory.school as known
                           set (%s) = row (%s)
                          from planned
                         where planned.uai = known.uai and planned.action in ('UPDATED', 'CLOSED')
                        """.formatted(COLUMNS, of("planned"))).update();
    }

    /// Closes the open schools that the file does not have, of the kinds it covers in the départements it names. To be
    /// asked before [#apply]: a school that has just come is no school known.
    List<Uai> missing() {
        return jdbc.sql("""
                        with known as (
                            select uai, exists (select from planned where planned.uai = school.uai) as named, kind
                              from territory.school
                             where open
                               and exists (select from planned
                                            where planned.kind = school.kind and planned.departement = school.departement)
                        ), covered as (
                            select kind from known group by kind having avg(named::int) >= :covers
                        )
                        select uai from known where not named and kind in (select kind from covered)
                        """)
                .param("covers", COVERS)
                .query((row, _) -> new Uai(row.getString("uai")))
                .list();
    }

    void close(List<Uai> uais) {
        jdbc.sql("update territory.school set open = false where uai = any (:uais)")
                .param("uais", uais.stream().map(Uai::value).toArray(String[]::new))
                .update();
    }

    /// What is drawn from the directory, and what the planner knows of it.
    void refresh() {
        jdbc.sql("refresh materialized view territory.commune").update();
        jdbc.sql("refresh materialized view territory.word").update();
        jdbc.sql("analyze territory.school").update();
    }

    private static String of(String table) {
        return COLUMNS.lines()
                .flatMap(line -> List.of(line.split(",\\s*")).stream())
                .map(column -> table + "." + column.strip())
                .collect(Collectors.joining(", "));
    }

    private static void bind(PreparedStatement insert, SchoolLine line) throws SQLException {
        var point = line.point();
        insert.setLong(1, line.line());
        insert.setString(2, line.uai().value());
        insert.setString(3, line.name());
        insert.setString(4, nameOf(line.kind()));
        insert.setString(5, line.guess().name());
        insert.setString(6, line.nature());
        insert.setString(7, joined(line.tracks()));
        insert.setObject(8, line.publicSector(), Types.BOOLEAN);
        insert.setString(9, line.address());
        insert.setString(10, line.postcode());
        insert.setString(11, line.communeCode());
        insert.setString(12, line.commune());
        insert.setString(13, line.departement());
        insert.setObject(14, point == null ? null : point.latitude(), Types.DOUBLE);
        insert.setObject(15, point == null ? null : point.longitude(), Types.DOUBLE);
        insert.setString(16, line.mail());
        insert.setBoolean(17, line.open());
        insert.setInt(18, line.weight());
    }

    private static @Nullable String nameOf(School.@Nullable Kind kind) {
        return kind == null ? null : kind.name();
    }

    private static @Nullable String joined(@Nullable List<School.Track> tracks) {
        return tracks == null ? null : tracks.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
