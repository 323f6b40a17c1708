package fr.preau.event;

import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// An event stays, so that what a school met keeps its name; who spoke there, whom to write to, who moderated it and
/// its picture go two years after its last session, or after its last change when it never had one.
@Component
@Order(20)
class EventContacts implements Retention {
    static final Period KEPT = Period.ofYears(2);

    /// The marks of a version or a listing that still names someone.
    private static final String NAMED_VERSION = """
            (v.content ->> 'contactMail' <> '' or v.content ->> 'contactName' <> ''
                or jsonb_array_length(v.content -> 'speakers') > 0 or v.content -> 'picture' <> 'null'
                or num_nonnulls(v.decider, v.sentence) > 0)
            """;

    private static final String DUE = """
            from event.event e
            where coalesce((select max(s.ends_at) from event.session s where s.event_id = e.id),
                    (select max(v.written_at) from event.version v where v.event_id = e.id), e.created_at) < :then
                and (exists (select from event.version v where v.event_id = e.id and %s)
                    or exists (select from event.ruling r where r.event_id = e.id
                        and num_nonnulls(r.decider, r.sentence) > 0)
                    or exists (select from event.listing l where l.event_id = e.id
                        and (l.contact_mail <> '' or l.image_id is not null or l.cancelled_reason is not null))
                    or exists (select from event.image i where i.event_id = e.id))
            """.formatted(NAMED_VERSION);

    private static final List<String> FORGETTING =
            List.of("""
                    update event.version set decider = null, sentence = null,
                        content = content || '{"contactName": "", "contactMail": "", "speakers": [], "picture": null}'
                    where event_id = any(:events)
                    """, """
                    update event.listing set contact_name = '', contact_mail = '', speakers = '[]', image_id = null,
                        image_alternative = null, cancelled_reason = null
                    where event_id = any(:events)
                    """, """
                    update event.ruling set decider = null, sentence = null where event_id = any(:events)
                    """, "delete from event.image where event_id = any(:events)");

    private final JdbcClient database;

    EventContacts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "event-contact";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Événement proposé par une organisation",
                List.of(
                        "nom et adresse de la personne à joindre",
                        "noms des intervenants",
                        "image",
                        "nom et réponse de qui modère"),
                "présenter l'événement et répondre aux questions",
                "tout le monde, sauf les échanges avec la modération",
                "deux ans après la dernière séance ; l'événement reste, sans eux");
    }

    @Override
    public int due(Instant now) {
        return database.sql("select count(*)::int " + DUE)
                .param("then", then(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public int forget(Instant now, int most) {
        var events = database.sql("select e.id " + DUE + " limit :most for update of e skip locked")
                .param("then", then(now))
                .param("most", most)
                .query((row, _) -> row.getObject("id", java.util.UUID.class))
                .list()
                .toArray(java.util.UUID[]::new);
        FORGETTING.forEach(
                statement -> database.sql(statement).param("events", events).update());
        return events.length;
    }

    private static OffsetDateTime then(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(KEPT);
    }
}
