package fr.preau.event;

import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import fr.preau.programme.Editions;
import fr.preau.web.French;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The names of the kinds of event: each edition has its own list.
@Component
public class EventKinds {
    private final Editions editions;
    private final JdbcClient jdbc;

    EventKinds(Editions editions, JdbcClient jdbc) {
        this.editions = editions;
        this.jdbc = jdbc;
    }

    /// Those of the edition under way.
    public List<Edition.Kind> all() {
        return editions.current().map(Edition::kinds).orElse(List.of());
    }

    /// « Atelier pratique », for one event alone.
    String name(PublishedEvent event) {
        return French.sentence(editions.lately(event.edition())
                .map(edition -> edition.kindName(event.kind()))
                .orElse(event.kind()));
    }

    /// Every edition's names, in one query: for a list.
    public Names names() {
        return new Names(editions.all().stream().collect(Collectors.toMap(Edition::id, Function.identity())));
    }

    /// « Atelier pratique », by event.
    public record Names(Map<EditionId, Edition> editions) {
        public String of(PublishedEvent event) {
            var edition = editions.get(event.edition());
            return French.sentence(edition == null ? event.kind() : edition.kindName(event.kind()));
        }
    }

    /// Whether an edition under way or a listed event has it.
    public boolean isKnown(String code) {
        return all().stream().anyMatch(kind -> kind.code().equals(code))
                || jdbc.sql("select exists (select from event.listing where kind = :code)")
                        .param("code", code)
                        .query(Boolean.class)
                        .single();
    }
}
