package fr.preau.consultation;

import fr.preau.consultation.Consultation.Calendar;
import fr.preau.consultation.Consultation.Stage;
import fr.preau.consultation.Consultation.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// National consultations and their themes.
@Repository
class ConsultationRepository {
    private final JdbcClient jdbc;

    ConsultationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Consultation> find(ConsultationId id) {
        return jdbc.sql("select * from consultation.consultation where id = ?")
                .param(id.value())
                .query((row, _) -> consultation(row, themes(id)))
                .optional();
    }

    /// The latest first.
    List<Consultation> all() {
        var themes = themes();
        return jdbc.sql("select * from consultation.consultation order by starts_on desc, name, id")
                .query((row, _) -> consultation(row, themes.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    /// Nothing when it is there already.
    void insert(Consultation consultation) {
        var inserted = bound(consultation, """
                insert into consultation.consultation
                    (id, name, purpose, opened, decided, starts_on, collects_to, publishes_on, licence, publication, stage)
                values (:id, :name, :purpose, :opened, :decided, :starts, :collects, :publishes, :licence, :publication,
                        :stage)
                on conflict do nothing
                """).update();
        if (inserted == 1) {
            writeThemes(consultation);
        }
    }

    /// False, and nothing written, when someone else changed it since.
    boolean update(Consultation consultation) {
        var updated =
                bound(consultation, """
                update consultation.consultation
                set name = :name, purpose = :purpose, opened = :opened, decided = :decided, starts_on = :starts,
                    collects_to = :collects, publishes_on = :publishes, licence = :licence, publication = :publication,
                    stage = :stage, lock = lock + 1
                where id = :id and lock = :lock
                """).param("lock", consultation.lock()).update();
        if (updated == 1) {
            writeThemes(consultation);
        }
        return updated == 1;
    }

    private JdbcClient.StatementSpec bound(Consultation consultation, String sql) {
        var words = consultation.words();
        var calendar = consultation.calendar();
        return jdbc.sql(sql)
                .param("id", consultation.id().value())
                .param("name", consultation.name())
                .param("purpose", words.purpose())
                .param("opened", words.opened())
                .param("decided", words.decided())
                .param("starts", calendar.startsOn())
                .param("collects", calendar.collectsTo())
                .param("publishes", calendar.publishesOn())
                .param("licence", words.licence())
                .param("publication", words.publication())
                .param("stage", consultation.stage().name());
    }

    /// A theme that workshops speak of stays, whatever the form says: it only changes its name and its place.
    private void writeThemes(Consultation consultation) {
        var position = 0;
        for (var theme : consultation.themes()) {
            jdbc.sql("""
                            insert into consultation.theme (consultation_id, code, name, position) values (?, ?, ?, ?)
                            on conflict (consultation_id, code) do update
                            set name = excluded.name, position = excluded.position
                            """)
                    .params(consultation.id().value(), theme.code(), theme.name(), position++)
                    .update();
        }
        jdbc.sql("""
                        delete from consultation.theme t
                        where consultation_id = :consultation and code <> all(:kept)
                            and not exists (select from consultation.workshop w
                                join consultation.session s on s.id = w.session_id
                                where s.consultation_id = t.consultation_id and w.theme = t.code)
                        """)
                .param("consultation", consultation.id().value())
                .param("kept", consultation.themes().stream().map(Theme::code).toArray(String[]::new))
                .update();
    }

    private List<Theme> themes(ConsultationId id) {
        return jdbc.sql("select code, name from consultation.theme where consultation_id = ? order by position, code")
                .param(id.value())
                .query((row, _) -> new Theme(row.getString("code"), row.getString("name")))
                .list();
    }

    private Map<UUID, List<Theme>> themes() {
        var all = new LinkedHashMap<UUID, List<Theme>>();
        jdbc.sql("select * from consultation.theme order by position, code").query((ResultSet row) -> {
            all.computeIfAbsent(row.getObject("consultation_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Theme(row.getString("code"), row.getString("name")));
        });
        return all;
    }

    private static Consultation consultation(ResultSet row, List<Theme> themes) throws SQLException {
        return new Consultation(
                new ConsultationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new Words(
                        row.getString("purpose"),
                        row.getString("opened"),
                        row.getString("decided"),
                        row.getString("licence"),
                        row.getString("publication")),
                new Calendar(
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("collects_to", LocalDate.class),
                        row.getObject("publishes_on", LocalDate.class)),
                themes,
                Stage.valueOf(row.getString("stage")),
                row.getInt("lock"));
    }
}
