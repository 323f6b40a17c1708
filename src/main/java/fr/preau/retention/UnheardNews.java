package fr.preau.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The news one part of the platform still has to hear (Modulith's publication registry). Heard, it is deleted at once;
/// what fails is tried again at each start, and given up after a month, since it repeats addresses.
@Component
class UnheardNews implements Retention {
    private static final Duration LIFE = Duration.ofDays(30);

    private final JdbcClient jdbc;

    UnheardNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "news-unheard";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Nouvelle interne (un événement publié ou annulé)",
                List.of("adresses de l'organisation"),
                "prévenir chaque partie de la plateforme, même après une panne",
                "personne",
                "quelques secondes ; trente jours si la panne dure");
    }

    @Override
    public int due(Instant now) {
        return jdbc.sql("select count(*)::int from news.event_publication where publication_date < ?")
                .param(now.minus(LIFE).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int forget(Instant now, int most) {
        return jdbc.sql("""
                        delete from news.event_publication where id in (
                            select id from news.event_publication where publication_date < ? limit ?)
                        """)
                .param(now.minus(LIFE).atOffset(ZoneOffset.UTC))
                .param(most)
                .update();
    }
}
