package fr.preau.attendance;

import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.registration.RegistrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Certificates issued: nobody's name.
@Repository
class CertificateRepository {
    private final JdbcClient jdbc;

    CertificateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of a registration once; asked again after a correction, the same one is good again.
    Certificate issue(Certificate certificate, RegistrationId registration) {
        return insert(certificate, "registration_id", registration.value());
    }

    /// Of a speaker, once a form.
    Certificate issue(Certificate certificate, UUID formToken) {
        return insert(certificate, "form_token", formToken);
    }

    private Certificate insert(Certificate certificate, String owner, UUID id) {
        return jdbc.sql("""
                        insert into attendance.certificate (code, kind, event_id, session_id, %1$s, issued_at)
                        values (:code, :kind, :event, :session, :owner, :now)
                        on conflict (%1$s) do update set withdrawn_at = null
                        returning *""".formatted(owner))
                .param("code", certificate.code().value())
                .param("kind", certificate.kind().name())
                .param("event", certificate.event().value())
                .param("session", certificate.session().value())
                .param("owner", id)
                .param("now", certificate.issuedAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> certificate(row))
                .single();
    }

    Optional<Certificate> find(HumanCode code) {
        return jdbc.sql("select * from attendance.certificate where code = ?")
                .param(code.value())
                .query((row, _) -> certificate(row))
                .optional();
    }

    Optional<Certificate> find(RegistrationId registration) {
        return jdbc.sql("select * from attendance.certificate where registration_id = ?")
                .param(registration.value())
                .query((row, _) -> certificate(row))
                .optional();
    }

    void withdraw(RegistrationId registration, Instant now) {
        jdbc.sql("""
                        update attendance.certificate set withdrawn_at = ?
                        where registration_id = ? and withdrawn_at is null""")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(registration.value())
                .update();
    }

    int issuedBefore(Instant moment) {
        return jdbc.sql("select count(*)::int as it from attendance.certificate where issued_at < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getInt("it"))
                .single();
    }

    int forgetBefore(Instant moment, int most) {
        return jdbc.sql("""
                        delete from attendance.certificate where code in (
                            select code from attendance.certificate where issued_at < ? limit ?)""").param(moment.atOffset(ZoneOffset.UTC)).param(most).update();
    }

    private static Certificate certificate(ResultSet row) throws SQLException {
        return new Certificate(
                new HumanCode(row.getString("code")),
                Certificate.Kind.valueOf(row.getString("kind")),
                new EventId(row.getObject("event_id", UUID.class)),
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("withdrawn_at") != null);
    }
}
