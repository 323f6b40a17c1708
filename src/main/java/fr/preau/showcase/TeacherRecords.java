package fr.preau.showcase;

import fr.preau.account.AccountRecords;
import fr.preau.account.AccountRemoved;
import fr.preau.account.Person;
import fr.preau.account.PersonId;
import fr.preau.programme.Editions;
import fr.preau.retention.Kept;
import fr.preau.web.French;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps of the teachers who bring projects and of those who read them over, and what is left of it
/// when they go. Whom an authorisation is about is the pupil's own data: not told here.
@Component
@Order(40)
class TeacherRecords implements AccountRecords {
    private final JdbcClient database;

    TeacherRecords(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Kept> about(Person person) {
        return List.of(
                new Kept("Projets des Trophées NSI que j'ai créés", of(person.id(), "Créé", """
                        select title, created_at as at, '' as reason, '' as sentence from showcase.project
                        where created_by = ?
                        """)),
                new Kept("Autorisations d'élèves que j'ai enregistrées", of(person.id(), "Enregistrée", """
                        select p.title, a.recorded_at as at, '' as reason, '' as sentence
                        from showcase.authorisation a join showcase.project p on p.id = a.project_id
                        where a.recorded_by = ?
                        """)),
                new Kept("Projets que j'ai annoncés à un événement", of(person.id(), "Annoncé", """
                        select p.title, a.attached_at as at, '' as reason, '' as sentence
                        from showcase.attachment a join showcase.project p on p.id = a.project_id
                        where a.attached_by = ?
                        """)),
                new Kept("Projets que j'ai modérés", of(person.id(), "Réponse du", """
                        select p.title, d.decided_at as at, d.reason, d.sentence
                        from showcase.decision d join showcase.project p on p.id = d.project_id
                        where d.decided_by = ?
                        """)));
    }

    private List<SequencedMap<String, String>> of(PersonId person, String when, String statement) {
        return database.sql(statement + " order by at desc limit 1000")
                .param(person.value())
                .query((row, _) -> Kept.entry(
                        "Projet",
                        row.getString("title"),
                        when,
                        day(row.getObject("at", OffsetDateTime.class)),
                        "Motif",
                        row.getString("reason"),
                        "Phrase",
                        row.getString("sentence")))
                .list();
    }

    /// The history still says when and why; no longer who.
    @EventListener
    void on(AccountRemoved news) {
        database.sql("update showcase.decision set decider = 'compte supprimé', decided_by = null where decided_by = ?")
                .param(news.person().value())
                .update();
        database.sql("update showcase.report set closer = 'compte supprimé', closed_by = null where closed_by = ?")
                .param(news.person().value())
                .update();
    }

    private static String day(OffsetDateTime moment) {
        return French.day(moment.atZoneSameInstant(Editions.PARIS).toLocalDate());
    }
}
