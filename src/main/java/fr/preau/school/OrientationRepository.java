package fr.preau.school;

import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.registration.RegistrationId;
import fr.preau.school.OrientationLine.Kept;
import fr.preau.territory.Uai;
import fr.preau.web.Pager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The orientation record of every school, a line for each meeting of a class.
@Repository
class OrientationRepository {
    private static final String MATCHING = """
            from school.orientation
            where uai = :school and school_year = :year and (:class = '' or class_name = :class)
            """;

    private final JdbcClient jdbc;

    OrientationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What part of a school's record is read; an empty class name is all of them.
    record Part(Uai school, String year, String className) {}

    /// Once, or again with other numbers: what the school wrote of it stays.
    void write(OrientationLine it) {
        jdbc.sql("""
                        insert into school.orientation (registration_id, uai, school_year, class_name, level, event_id,
                            title, kind, organisation, callings, day, pupils, presumed, keep_until)
                        values (:registration, :school, :year, :class, :level, :event,
                            :title, :kind, :organisation, :callings, :day, :pupils, :presumed, :until)
                        on conflict (registration_id) do update
                        set class_name = excluded.class_name, level = excluded.level, title = excluded.title,
                            kind = excluded.kind, organisation = excluded.organisation,
                            callings = excluded.callings, day = excluded.day, school_year = excluded.school_year,
                            pupils = excluded.pupils, presumed = excluded.presumed, keep_until = excluded.keep_until
                        """)
                .param("registration", it.registration().value())
                .param("school", it.school().value())
                .param("year", it.year().toString())
                .param("class", it.group().name())
                .param("level", it.group().level().name())
                .param("event", it.met().event().value())
                .param("title", it.met().title())
                .param("kind", it.met().kind())
                .param("organisation", it.met().organisation())
                .param("callings", it.met().callings())
                .param("day", it.met().day())
                .param("pupils", it.attendance().pupils())
                .param("presumed", it.attendance().presumed())
                .param("until", it.year().keptUntil())
                .update();
    }

    void remove(RegistrationId registration) {
        jdbc.sql("delete from school.orientation where registration_id = ?")
                .param(registration.value())
                .update();
    }

    Optional<Kept> find(Uai school, RegistrationId registration) {
        return jdbc.sql("select * from school.orientation where uai = ? and registration_id = ?")
                .param(school.value())
                .param(registration.value())
                .query(OrientationRepository::kept)
                .optional();
    }

    /// False, and nothing written, when a colleague wrote since `version` was read.
    boolean keep(Uai school, RegistrationId registration, String sentence, int version) {
        return jdbc.sql("""
                        update school.orientation set kept = :sentence, version = version + 1
                        where uai = :school and registration_id = :registration and version = :version
                        """)
                        .param("sentence", sentence)
                        .param("school", school.value())
                        .param("registration", registration.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /// The latest first.
    List<String> years(Uai school) {
        return jdbc.sql("select distinct school_year from school.orientation where uai = ? order by 1 desc")
                .param(school.value())
                .query((row, _) -> row.getString("school_year"))
                .list();
    }

    List<String> classes(Uai school, String year) {
        return jdbc.sql("""
                        select distinct class_name from school.orientation
                        where uai = ? and school_year = ? order by 1 limit 200
                        """)
                .param(school.value())
                .param(year)
                .query((row, _) -> row.getString("class_name"))
                .list();
    }

    record Totals(int meetings, int classes, int pupils) {}

    Totals totals(Part part) {
        return matching(
                        "select count(*)::int as meetings, count(distinct class_name)::int as classes,"
                                + " coalesce(sum(pupils), 0)::int as pupils " + MATCHING,
                        part)
                .query(Totals.class)
                .single();
    }

    List<Kept> page(Part part, int number) {
        return matching(
                        "select * " + MATCHING
                                + " order by day desc, class_name, registration_id limit 20 offset :offset",
                        part)
                .param("offset", Pager.offset(number))
                .query(OrientationRepository::kept)
                .list();
    }

    /// Class by class, as it is printed and exported.
    List<Kept> whole(Part part) {
        return matching("select * " + MATCHING + " order by class_name, day, registration_id", part)
                .query(OrientationRepository::kept)
                .list();
    }

    int countDue(LocalDate today) {
        return jdbc.sql("select count(*) from school.orientation where keep_until < ?")
                .param(today)
                .query(Integer.class)
                .single();
    }

    int forget(LocalDate today, int most) {
        return jdbc.sql("""
                        delete from school.orientation where registration_id in (
                            select registration_id from school.orientation where keep_until < ? limit ?)
                        """).param(today).param(most).update();
    }

    private JdbcClient.StatementSpec matching(String statement, Part part) {
        return jdbc.sql(statement)
                .param("school", part.school().value())
                .param("year", part.year())
                .param("class", part.className());
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var line = new OrientationLine(
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                new Uai(row.getString("uai")),
                new OrientationLine.SchoolClass(row.getString("class_name"), Audience.valueOf(row.getString("level"))),
                new OrientationLine.Met(
                        new EventId(row.getObject("event_id", UUID.class)),
                        row.getString("title"),
                        row.getString("kind"),
                        row.getString("organisation"),
                        row.getString("callings"),
                        row.getObject("day", LocalDate.class)),
                new OrientationLine.Attendance(row.getInt("pupils"), row.getBoolean("presumed")));
        return new Kept(line, row.getString("kept"), row.getInt("version"));
    }
}
