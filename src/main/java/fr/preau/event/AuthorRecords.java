package fr.preau.event;

import fr.preau.account.AccountRecords;
import fr.preau.account.AccountRemoved;
import fr.preau.account.Person;
import fr.preau.retention.Kept;
import fr.preau.web.French;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps of those who write events and moderate them, and what is left of it when they go.
@Component
@Order(20)
class AuthorRecords implements AccountRecords {
    private static final String NOBODY = "compte supprimé";

    private final JdbcClient database;

    AuthorRecords(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Kept> about(Person person) {
        var written = database.sql("""
                        select v.title, v.written_at from event.version v
                        where v.written_by = ? order by v.written_at desc limit 1000
                        """)
                .param(person.id().value())
                .query((row, _) -> Kept.entry(
                        "Événement",
                        row.getString("title"),
                        "Écrit",
                        day(row.getObject("written_at", OffsetDateTime.class))))
                .list();
        var decided = database.sql("""
                        select v.title, v.decided_at, coalesce(v.reason, '') as reason,
                            coalesce(v.sentence, '') as sentence
                        from event.version v where v.decided_by = ? order by v.decided_at desc limit 1000
                        """)
                .param(person.id().value())
                .query((row, _) -> Kept.entry(
                        "Événement",
                        row.getString("title"),
                        "Réponse du",
                        day(row.getObject("decided_at", OffsetDateTime.class)),
                        "Motif",
                        row.getString("reason"),
                        "Phrase",
                        row.getString("sentence")))
                .list();
        return List.of(
                new Kept("Événements que j'ai écrits", written),
                new Kept("Événements que j'ai modérés", Stream.concat(decided.stream(), rulings(person)).toList()),
                new Kept("Événements que l'on me propose de reprendre", offers(person)));
    }

    private Stream<SequencedMap<String, String>> rulings(Person person) {
        return database
                .sql("""
                        select r.what, r.decided_at, r.reason, coalesce(r.sentence, '') as sentence,
                            (select v.title from event.version v where v.event_id = r.event_id
                                order by number desc limit 1) as title
                        from event.ruling r where r.decided_by = ? order by r.id desc limit 1000
                        """)
                .param(person.id().value())
                .query((row, _) -> Kept.entry(
                        "Événement",
                        row.getString("title"),
                        "Décision",
                        Ruling.What.valueOf(row.getString("what")).french(),
                        "Du",
                        day(row.getObject("decided_at", OffsetDateTime.class)),
                        "Motif",
                        row.getString("reason"),
                        "Phrase",
                        row.getString("sentence")))
                .list()
                .stream();
    }

    private List<SequencedMap<String, String>> offers(Person person) {
        return database.sql("""
                        select h.offered_at, h.sentence,
                            (select v.title from event.version v where v.event_id = h.event_id
                                order by number desc limit 1) as title
                        from event.handover h where h.mail = ? order by h.offered_at
                        """)
                .param(person.mail())
                .query((row, _) -> Kept.entry(
                        "Événement",
                        row.getString("title"),
                        "Proposé le",
                        day(row.getObject("offered_at", OffsetDateTime.class)),
                        "Message",
                        row.getString("sentence")))
                .list();
    }

    /// The history still says when and why; no longer who.
    @EventListener
    void on(AccountRemoved news) {
        database.sql("update event.version set decider = ? where decided_by = ?")
                .param(NOBODY)
                .param(news.person().value())
                .update();
        database.sql("update event.ruling set decider = ? where decided_by = ? and decider is not null")
                .param(NOBODY)
                .param(news.person().value())
                .update();
        database.sql("update event.report set closer = ? where closed_by = ?")
                .param(NOBODY)
                .param(news.person().value())
                .update();
    }

    private static String day(OffsetDateTime moment) {
        return French.day(moment.atZoneSameInstant(EventContent.PARIS).toLocalDate());
    }
}
