package fr.preau.synthesis;

import fr.preau.consultation.ConsultationId;
import fr.preau.synthesis.Synthesis.State;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.synthesis`: what is written where, and how far it is.
@Repository
class SynthesisRepository {
    private final JdbcClient database;
    private final Territories territories;

    SynthesisRepository(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    /// One for each level, territory and theme, made when something first arrives for it.
    SynthesisId ofOrNew(ConsultationId consultation, Territory territory, String theme) {
        database.sql("""
                        insert into synthesis.synthesis (id, consultation_id, level, territory, theme)
                        values (:id, :consultation, :level, :territory, :theme) on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("consultation", consultation.value())
                .param("level", Level.of(territory).name())
                .param("territory", territory.key())
                .param("theme", theme)
                .update();
        return database.sql("""
                        select id from synthesis.synthesis where consultation_id = :consultation
                            and level = :level and territory = :territory and theme = :theme
                        """)
                .param("consultation", consultation.value())
                .param("level", Level.of(territory).name())
                .param("territory", territory.key())
                .param("theme", theme)
                .query((row, _) -> new SynthesisId(row.getObject("id", UUID.class)))
                .single();
    }

    Optional<Synthesis> find(SynthesisId id) {
        return one("select * from synthesis.synthesis where id = :id", id);
    }

    /// The same, kept from other writers until the transaction ends.
    Optional<Synthesis> lock(SynthesisId id) {
        return one("select * from synthesis.synthesis where id = :id for update", id);
    }

    /// The one that says it.
    Optional<Synthesis> ofStatement(StatementId statement) {
        return database.sql("""
                        select y.* from synthesis.synthesis y join synthesis.statement s on s.synthesis_id = y.id
                        where s.id = :id
                        """)
                .param("id", statement.value())
                .query((row, _) -> synthesis(row))
                .optional();
    }

    List<Synthesis> of(ConsultationId consultation) {
        return database.sql("select * from synthesis.synthesis where consultation_id = :id")
                .param("id", consultation.value())
                .query((row, _) -> synthesis(row))
                .list();
    }

    void move(Synthesis synthesis, State state, @Nullable LocalDate contestUntil) {
        database.sql("""
                        update synthesis.synthesis
                        set state = :state, contest_until = :until, lock = lock + 1 where id = :id
                        """)
                .param("state", state.name())
                .param("until", contestUntil)
                .param("id", synthesis.id().value())
                .update();
    }

    /// The order of its statements changed.
    void touch(SynthesisId id) {
        database.sql("update synthesis.synthesis set lock = lock + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /// False when this form was already done.
    boolean begin(Act act, Instant now) {
        return database.sql("""
                        insert into synthesis.form (form, synthesis_id, at) values (:form, :synthesis, :at)
                        on conflict do nothing
                        """)
                        .param("form", act.form())
                        .param("synthesis", act.synthesis().value())
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forget(UUID form) {
        database.sql("delete from synthesis.form where form = :form")
                .param("form", form)
                .update();
    }

    int formsDue(Instant before) {
        return database.sql("select count(*)::int from synthesis.form where at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forgetForms(Instant before, int most) {
        return database.sql("""
                        delete from synthesis.form where form = any(array(
                            select form from synthesis.form where at < :before limit :most for update skip locked))
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private Optional<Synthesis> one(String query, SynthesisId id) {
        return database.sql(query)
                .param("id", id.value())
                .query((row, _) -> synthesis(row))
                .optional();
    }

    private Synthesis synthesis(ResultSet row) throws SQLException {
        return new Synthesis(
                new SynthesisId(row.getObject("id", UUID.class)),
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                Level.valueOf(row.getString("level")),
                territories.find(row.getString("territory")).orElseThrow(),
                row.getString("theme"),
                State.valueOf(row.getString("state")),
                row.getObject("contest_until", LocalDate.class),
                row.getInt("lock"));
    }
}
