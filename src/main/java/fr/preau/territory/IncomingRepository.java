package fr.preau.territory;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int FIRST = 50;
    /// A file covers a kind of school in the départements it names when it has at least this share of those known.
    private static final double COVERS = 0.8;

    /// The open schools of the kinds and départements that the file names.
    private static final String KNOWN = """
            with known as (
                select uai, exists (select from planned where planned.uai = school.uai) as named, kind,
                       'open' = any (by_hand) as by_hand
                  from territory.school
                 where open
                   and exists (select from planned
                                where planned.kind = school.kind and planned.departement = school.departement)
            )
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    IncomingRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void prepare() {
        jdbc.sql("drop table if exists pg_temp.incoming, pg_temp.located, pg_temp.planned")
                .update();
        jdbc.sql("""
                        create temporary table incoming (
                            line bigint, uai text, name text, kind text, guess text, nature text, tracks text[],
                            public_sector boolean, address text, postcode text, commune_code text, commune text,
                            said text[], numbered text[], candidates text[],
                            latitude double precision, longitude double precision, mail text, open boolean, weight int
                        ) on commit drop
                        """).update();
    }

    void add(List<SchoolLine> lines) {
        batches.batchUpdate("""
                insert into incoming values (?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?,
                    string_to_array(?, ','), string_to_array(?, ','), string_to_array(?, ','), ?, ?, ?, ?, ?)
                """, lines, lines.size(), IncomingRepository::bind);
    }

    /// One line a school: the one that speaks for it, where it is, completed with what the file does not say, and what
    /// to do with it. What a person corrected by hand stays.
    void plan() {
        locate();
        jdbc.sql("""
                        create temporary table planned on commit drop as
                        with together as (
                            select uai, array_agg(distinct track order by track) filter (where track is not null) as tracks
                              from incoming left join lateral unnest(tracks) as track on true
                             group by uai having count(distinct line) > 1
                        ), whole as (
                            select uai, line,
                                   case when 'name' = any (known.by_hand) then known.name else spoken.name end as name,
                                   case when 'kind' = any (known.by_hand) then known.kind
                                        else coalesce(spoken.kind, known.kind, spoken.guess) end as kind,
                                   coalesce(spoken.nature, known.nature, '')                   as nature,
                                   coalesce(together.tracks, spoken.tracks, known.tracks, '{}') as tracks,
                                   case when 'public_sector' = any (known.by_hand) then known.public_sector
                                        else coalesce(spoken.public_sector, known.public_sector) end as public_sector,
                                   coalesce(spoken.address, known.address, '')                 as address,
                                   case when 'postcode' = any (known.by_hand) then known.postcode
                                        else coalesce(spoken.postcode, known.postcode, '') end as postcode,
                                   coalesce(spoken.commune_code, known.commune_code, '')       as commune_code,
                                   case when 'commune' = any (known.by_hand) then known.commune
                                        else coalesce(spoken.commune, known.commune, '') end   as commune,
                                   spoken.departement,
                                   coalesce(spoken.latitude, known.latitude)                   as latitude,
                                   coalesce(spoken.longitude, known.longitude)                 as longitude,
                                   case when spoken.mail is null or 'mail' = any (known.by_hand) then known.mail
                                        else nullif(spoken.mail, '') end                       as mail,
                                   case when 'open' = any (known.by_hand) then known.open else spoken.open end as open
                              from located as spoken
                              left join together using (uai)
                              left join territory.school as known using (uai)
                             where spoken.departement is not null
                        )
                        select whole.*,
                               case when known.uai is null then 'CREATED'
                                    when known.open and not whole.open then 'CLOSED'
                                    when (%s) is distinct from (%s) then 'UPDATED'
                                    else 'UNCHANGED' end as action
                          from whole left join territory.school as known using (uai)
                        """.formatted(of("whole"), of("known"))).update();
    }

    /// Where each school is: as said by hand, else by the cells and the number together, else as known. A number of one
    /// département only vouches for what the cells say against what is known.
    private void locate() {
        jdbc.sql("""
                        create temporary table located on commit drop as
                        with spoken as (
                            select distinct on (uai) * from incoming order by uai, open desc, weight desc, line
                        ), weighed as (
                            select spoken.*, known.departement as stored,
                                   case when known.departement is not null and 'departement' = any (known.by_hand) then 'HAND'
                                        when said = '{}' and known.departement is not null then 'KNOWN'
                                        when said <> '{}' and candidates = '{}' then 'AGAINST_NUMBER'
                                        when known.departement = any (candidates) then 'KNOWN'
                                        when known.departement is not null and candidates = numbered
                                             and cardinality(numbered) = 1 then 'MOVED'
                                        when known.departement is not null then 'AGAINST_KNOWN'
                                        when cardinality(candidates) = 1 then 'SAID'
                                        when said = '{}' and candidates <> '{}' then 'LIKELY'
                                        else 'NOWHERE' end as verdict
                              from spoken left join territory.school as known using (uai)
                        )
                        select *,
                               case when verdict in ('HAND', 'KNOWN') then stored
                                    when verdict in ('MOVED', 'SAID', 'LIKELY') then candidates[1] end as departement
                          from weighed
                        """).update();
    }

    /// The schools whose line says nothing of where they are, and whose number does not either.
    List<ImportReport.Refusal> nowhere() {
        return jdbc.sql("""
                        select line, uai || ' : rien ne dit dans quel département il est' as sentence
                          from located where verdict = 'NOWHERE' order by line
                        """).query(IncomingRepository::refusal).list();
    }

    /// What is to be said beside the figures.
    List<Remarks> remarks(List<Uai> missing) {
        return Stream.of(
                        contradictions(),
                        moved(),
                        doubtful(),
                        kept(),
                        sample(Remarks.Kind.CREATED),
                        updated(),
                        sample(Remarks.Kind.CLOSED),
                        named(Remarks.Kind.MISSING, missing))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Remarks> contradictions() {
        return remarks(Remarks.Kind.CONTRADICTION, """
                select line, format('%s, %s : le fichier dit %s, %s', uai, name, array_to_string(said, ' ou '),
                           case verdict when 'AGAINST_NUMBER' then 'son numéro ' || array_to_string(numbered, ' ou ')
                                        else 'l''annuaire ' || stored end) as sentence
                  from located where verdict in ('AGAINST_NUMBER', 'AGAINST_KNOWN')""");
    }

    private Optional<Remarks> moved() {
        return remarks(Remarks.Kind.MOVED, """
                select line, format('%s, %s : de %s à %s', uai, name, stored, departement) as sentence
                  from located where verdict = 'MOVED'""");
    }

    private Optional<Remarks> doubtful() {
        return remarks(Remarks.Kind.DOUBTFUL, """
                select line, case verdict
                           when 'LIKELY' then format('%s, %s : mis en %s par son numéro, qui peut aussi être de %s',
                               uai, name, departement, array_to_string(numbered[2:], ' ou '))
                           else format('%s, %s : l''annuaire le dit en %s, son numéro en %s',
                               uai, name, stored, array_to_string(numbered, ' ou ')) end as sentence
                  from located
                 where verdict = 'LIKELY' and cardinality(candidates) > 1
                    or verdict = 'KNOWN' and numbered <> '{}' and stored <> all (numbered)""");
    }

    /// The columns corrected by hand that the file would have changed.
    private Optional<Remarks> kept() {
        return remarks(Remarks.Kind.KEPT, """
                select line, format('%s, %s : %s', uai, known.name, string_agg(label, ', ' order by label)) as sentence
                  from located join territory.school as known using (uai), lateral (values
                           ('name', 'nom', located.name is distinct from known.name),
                           ('kind', 'genre', located.kind <> known.kind),
                           ('public_sector', 'secteur', located.public_sector <> known.public_sector),
                           ('postcode', 'code postal', located.postcode <> known.postcode),
                           ('commune', 'commune', located.commune <> known.commune),
                           ('departement', 'département', said <> '{}' and known.departement <> all (said)),
                           ('mail', 'courriel', nullif(located.mail, '') is distinct from known.mail and located.mail is not null),
                           ('open', 'ouverture', located.open <> known.open)) as field (name, label, other)
                 where field.name = any (known.by_hand) and other
                 group by line, uai, known.name""");
    }

    private Optional<Remarks> updated() {
        return remarks(Remarks.Kind.UPDATED, """
                select line, format('%s, %s : %s', uai, known.name, string_agg(label, ', ' order by label)) as sentence
                  from planned join territory.school as known using (uai), lateral (values
                           ('nom', planned.name <> known.name),
                           ('genre', (planned.kind, planned.nature, planned.tracks)
                               is distinct from (known.kind, known.nature, known.tracks)),
                           ('secteur', planned.public_sector is distinct from known.public_sector),
                           ('adresse', (planned.address, planned.postcode, planned.commune, planned.commune_code)
                               is distinct from (known.address, known.postcode, known.commune, known.commune_code)),
                           ('département', planned.departement <> known.departement),
                           ('position', (planned.latitude, planned.longitude) is distinct from (known.latitude, known.longitude)),
                           ('courriel', planned.mail is distinct from known.mail),
                           ('réouverture', planned.open <> known.open)) as field (label, other)
                 where action = 'UPDATED' and other
                 group by line, uai, known.name""");
    }

    private Optional<Remarks> sample(Remarks.Kind action) {
        return remarks(
                action,
                "select line, format('%%s, %%s, %%s (%%s)', uai, name, commune, departement) as sentence from planned where action = '%s'"
                        .formatted(action.name()));
    }

    private Optional<Remarks> named(Remarks.Kind kind, List<Uai> uais) {
        return remarks(kind, """
                select 0 as line, format('%%s, %%s, %%s (%%s)', uai, name, commune, departement) as sentence
                  from territory.school where uai = any (string_to_array('%s', ','))
                """.formatted(uais.stream().map(Uai::value).collect(Collectors.joining(","))));
    }

    /// All of them counted, the first given.
    private Optional<Remarks> remarks(Remarks.Kind kind, String query) {
        var counted = jdbc.sql(
                        "select line, sentence, count(*) over ()::int as total from (%s) as told order by line, sentence limit %d"
                                .formatted(query, FIRST))
                .query((row, number) -> Map.entry(row.getInt("total"), refusal(row, number)))
                .list();
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remarks(
                        kind,
                        counted.getFirst().getKey(),
                        counted.stream().map(Map.Entry::getValue).toList()));
    }

    private static ImportReport.Refusal refusal(ResultSet row, int number) throws SQLException {
        return new ImportReport.Refusal(row.getLong("line"), row.getString("sentence"));
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

    /// How many schools the file says elsewhere than it may.
    int contradicted() {
        return jdbc.sql("select count(*)::int from located where verdict in ('AGAINST_NUMBER', 'AGAINST_KNOWN')")
                .query(Integer.class)
                .single();
    }

    /// How many schools stand on several lines.
    int merged() {
        return jdbc.sql("select count(*) from (select from incoming group by uai having count(*) > 1) as several")
                .query(Integer.class)
                .single();
    }

    /// How each school that is about to change was, for a week.
    void remember(UUID run, List<Uai> missing) {
        jdbc.sql("""
                        insert into territory.import_undo (run, uai, before, after)
                        select :run, uai, to_jsonb(known), ''
                          from (select uai from planned where action in ('CREATED', 'UPDATED', 'CLOSED')
                                union select unnest(:missing)) as changed
                          left join territory.school as known using (uai)
                        """).param("run", run).param("missing", values(missing)).update();
    }

    /// How it was left: what is other by then was changed by somebody else.
    void seal(UUID run) {
        jdbc.sql("""
                        update territory.import_undo as undo set after = md5(to_jsonb(school)::text)
                          from territory.school where undo.run = :run and school.uai = undo.uai
                        """).param("run", run).update();
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
        return jdbc.sql(KNOWN + """
                        , covered as (
                            select kind from known group by kind having avg(named::int) >= :covers
                        )
                        select uai from known where not named and not by_hand and kind in (select kind from covered)
                        """)
                .param("covers", COVERS)
                .query((row, _) -> new Uai(row.getString("uai")))
                .list();
    }

    /// The kinds of school of which the file has too few to tell that the others are gone, with how many it has of how
    /// many known.
    List<Uncovered> uncovered() {
        return jdbc.sql(KNOWN + """
                        select kind, sum(named::int)::int as named, count(*)::int as known
                          from known group by kind having avg(named::int) < :covers order by kind
                        """)
                .param("covers", COVERS)
                .query((row, _) -> new Uncovered(
                        School.Kind.valueOf(row.getString("kind")), row.getInt("named"), row.getInt("known")))
                .list();
    }

    record Uncovered(School.Kind kind, int named, int known) {}

    void close(List<Uai> uais) {
        jdbc.sql("update territory.school set open = false where uai = any (:uais)")
                .param("uais", values(uais))
                .update();
    }

    /// What is drawn from the directory, and what the planner knows of it.
    void refresh() {
        jdbc.sql("refresh materialized view territory.commune").update();
        jdbc.sql("refresh materialized view territory.word").update();
        jdbc.sql("analyze territory.school").update();
    }

    private static String[] values(List<Uai> uais) {
        return uais.stream().map(Uai::value).toArray(String[]::new);
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
        insert.setString(13, String.join(",", line.said()));
        insert.setString(14, String.join(",", line.numbered()));
        insert.setString(15, String.join(",", line.candidates()));
        insert.setObject(16, point == null ? null : point.latitude(), Types.DOUBLE);
        insert.setObject(17, point == null ? null : point.longitude(), Types.DOUBLE);
        insert.setString(18, line.mail());
        insert.setBoolean(19, line.open());
        insert.setInt(20, line.weight());
    }

    private static @Nullable String nameOf(School.@Nullable Kind kind) {
        return kind == null ? null : kind.name();
    }

    private static @Nullable String joined(@Nullable List<School.Track> tracks) {
        return tracks == null ? null : tracks.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
