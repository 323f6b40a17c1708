package fr.preau.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `territory.nsi`, and its lines on their way in: laid aside in a temporary table of the transaction, then written at
/// once.
@Repository
class SpecialityRepository {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SpecialityRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    boolean knowsSchools() {
        return jdbc.sql("select exists (select from territory.school)")
                .query(Boolean.class)
                .single();
    }

    record Counts(int created, int updated, int unchanged) {}

    void prepare() {
        jdbc.sql("drop table if exists pg_temp.speciality").update();
        jdbc.sql("""
                        create temporary table speciality (line bigint, uai text, year int, girls int, boys int)
                        on commit drop
                        """).update();
    }

    void add(List<SpecialityLine> lines) {
        batches.batchUpdate("insert into speciality values (?, ?, ?, ?, ?)", lines, lines.size(), (insert, line) -> {
            insert.setLong(1, line.line());
            insert.setString(2, line.uai().value());
            insert.setInt(3, line.year());
            insert.setInt(4, line.girls());
            insert.setInt(5, line.boys());
        });
    }

    /// Of several lines of one lycée and year the first speaks: adding them up could count pupils twice.
    List<ImportReport.Refusal> takeRepeatedOut() {
        return jdbc.sql("""
                        with first as (select uai, year, min(line) as line from speciality group by uai, year)
                        delete from speciality
                         using first
                         where (speciality.uai, speciality.year) = (first.uai, first.year)
                           and speciality.line > first.line
                        returning speciality.line,
                            speciality.uai || ' est déjà à la ligne ' || first.line || ' pour la rentrée ' || first.year as reason
                        """).query(SpecialityRepository::refusal).list();
    }

    List<ImportReport.Refusal> takeUnknownOut() {
        return jdbc.sql("""
                        delete from speciality
                         where not exists (select from territory.school where school.uai = speciality.uai)
                        returning line, uai || ' n''est pas dans l''annuaire' as reason
                        """).query(SpecialityRepository::refusal).list();
    }

    Counts apply() {
        return jdbc.sql("""
                        with compared as (
                            select uai, year, incoming.girls, incoming.boys, known.uai is null as new,
                                   (incoming.girls, incoming.boys) is distinct from (known.girls, known.boys) as other
                              from speciality as incoming left join territory.nsi as known using (uai, year)
                        ), written as (
                            insert into territory.nsi (uai, year, girls, boys)
                            select uai, year, girls, boys from compared where new or other
                            on conflict (uai, year) do update set girls = excluded.girls, boys = excluded.boys
                        )
                        select count(*) filter (where new) as created,
                               count(*) filter (where other and not new) as updated,
                               count(*) filter (where not other) as unchanged
                          from compared
                        """).query(Counts.class).single();
    }

    /// Open lycées with pupils in NSI in the latest year known of their département: a file may cover one académie
    /// only, and a lycée that is no longer in it has stopped.
    List<NsiLycee> teaching() {
        return jdbc.sql("""
                        with latest as (
                            select departement, max(year) as year
                              from territory.nsi join territory.school using (uai)
                             group by departement
                        )
                        select school.*, year, girls, boys,
                               coalesce(school.latitude, commune.latitude)   as point_latitude,
                               coalesce(school.longitude, commune.longitude) as point_longitude
                          from territory.nsi
                          join territory.school using (uai)
                          join latest using (departement, year)
                          left join territory.commune
                            on commune.departement = school.departement and commune.label = school.commune
                         where school.open and girls + boys > 0
                         order by uai
                        """)
                .query((row, number) -> new NsiLycee(
                        SchoolRepository.school(row, number),
                        SchoolRepository.point(row, "point_"),
                        row.getInt("year"),
                        row.getInt("girls"),
                        row.getInt("boys")))
                .list();
    }

    private static ImportReport.Refusal refusal(ResultSet row, int number) throws SQLException {
        return new ImportReport.Refusal(row.getLong("line"), row.getString("reason"));
    }
}
