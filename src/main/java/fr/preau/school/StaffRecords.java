package fr.preau.school;

import fr.preau.account.AccountRecords;
import fr.preau.account.AccountRemoved;
import fr.preau.account.Person;
import fr.preau.account.PersonId;
import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.programme.Editions;
import fr.preau.retention.Kept;
import fr.preau.web.French;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps of those who act and advise in a school's name, and what is left of it when they go.
@Component
@Order(35)
class StaffRecords implements AccountRecords {
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Events events;

    StaffRecords(JdbcClient jdbc, Events events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public List<Kept> about(Person person) {
        return List.of(
                new Kept("Ce que j'ai fait au nom d'un établissement", acts(person.id())),
                new Kept("Événements que j'ai recommandés", advice(person.id())));
    }

    private List<SequencedMap<String, String>> acts(PersonId person) {
        return jdbc.sql("select at, action, uai from school.journal where actor = ? order by id desc limit ?")
                .param(person.value())
                .param(MOST)
                .query((row, _) -> Kept.entry(
                        "Établissement",
                        row.getString("uai"),
                        "Date",
                        day(row.getObject("at", OffsetDateTime.class)),
                        "Action",
                        SchoolJournal.Action.valueOf(row.getString("action")).french()))
                .list();
    }

    private record Advised(EventId event, String school, String sentence, OffsetDateTime at) {
        SequencedMap<String, String> kept(Map<EventId, PublishedEvent> events) {
            var found = events.get(event);
            return Kept.entry(
                    "Événement",
                    found == null ? "" : found.title(),
                    "Établissement",
                    school,
                    "Date",
                    day(at),
                    "Phrase",
                    sentence);
        }
    }

    private List<SequencedMap<String, String>> advice(PersonId person) {
        var advised = jdbc.sql("""
                        select event_id, uai, sentence, written_at from school.recommendation
                        where written_by = ? order by written_at desc limit ?
                        """)
                .param(person.value())
                .param(MOST)
                .query((row, _) -> new Advised(
                        new EventId(row.getObject("event_id", UUID.class)),
                        row.getString("uai"),
                        row.getString("sentence"),
                        row.getObject("written_at", OffsetDateTime.class)))
                .list();
        var found = events.find(advised.stream().map(Advised::event).collect(Collectors.toSet()));
        return advised.stream().map(one -> one.kept(found)).toList();
    }

    /// The journal still says when and what; no longer who.
    @EventListener
    void on(AccountRemoved news) {
        jdbc.sql("update school.journal set actor_name = 'compte supprimé' where actor = ?")
                .param(news.person().value())
                .update();
    }

    private static String day(OffsetDateTime moment) {
        return French.day(moment.atZoneSameInstant(Editions.PARIS).toLocalDate());
    }
}
