package fr.preau.event;

import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Events offered to others: an offer goes with its answer, or the night after it expired.
@Component
@Order(31)
class HandoverOffers implements Retention {
    private final JdbcClient database;

    HandoverOffers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "event-handover";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Événement proposé à une autre organisation ou à une personne",
                List.of("adresse de la personne invitée", "message de la modération"),
                "lui demander si elle reprend l'événement",
                "la modération du territoire et qui est invité",
                "jusqu'à la réponse, quatorze jours au plus, puis effacé la nuit suivante");
    }

    @Override
    public int due(Instant now) {
        return database.sql("select count(*)::int from event.handover where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int forget(Instant now, int most) {
        return database.sql("""
                        delete from event.handover where id in (
                            select id from event.handover where expires_at < :now limit :most for update skip locked)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
