package fr.preau.synthesis;

import fr.preau.account.PersonId;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.consultation.Theme;
import fr.preau.consultation.WorkshopId;
import fr.preau.contribution.Contribution;
import fr.preau.contribution.ContributionCorrected;
import fr.preau.contribution.ContributionId;
import fr.preau.contribution.ContributionMasked;
import fr.preau.contribution.ContributionsPublished;
import fr.preau.contribution.Nature;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A consultation of its own for each test, and contributions as `contribution` tells of them.
@Component
public class SynthesisFixtures {
    public static final String THEME = "egal-acces";

    private final ApplicationEventPublisher news;
    private final Consultations consultations;
    private final SynthesisRepository syntheses;
    private final InboxRepository inbox;
    private final SynthesisCourse course;
    private final Dealing dealing;
    private final StatementRepository statements;
    private final Publications publications;
    private final Territories territories;
    private final JdbcClient database;
    private @Nullable Shown shown;

    SynthesisFixtures(
            ApplicationEventPublisher news,
            Consultations consultations,
            SynthesisRepository syntheses,
            InboxRepository inbox,
            SynthesisCourse course,
            Dealing dealing,
            StatementRepository statements,
            Publications publications,
            Territories territories,
            JdbcClient database) {
        this.news = news;
        this.consultations = consultations;
        this.syntheses = syntheses;
        this.inbox = inbox;
        this.course = course;
        this.dealing = dealing;
        this.statements = statements;
        this.publications = publications;
        this.territories = territories;
        this.database = database;
    }

    public ConsultationId consultation() {
        var id = new ConsultationId(UUID.randomUUID());
        consultations.create(new Consultation(
                id,
                "États généraux d'essai",
                new Consultation.Words("Se parler.", "Les usages.", "Les horaires.", "Licence Ouverte 2.0", "Tout."),
                new Consultation.Calendar(
                        LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30), LocalDate.of(2027, 1, 31)),
                List.of(new Theme(THEME, "Un égal accès au numérique"), new Theme("gouverner", "Gouverner")),
                Consultation.Stage.SYNTHESIS,
                0));
        return id;
    }

    public Territory departement(String code) {
        return territories.departement(code).orElseThrow().territory();
    }

    public Territory academieOf(String code) {
        return territories.departement(code).orElseThrow().academie();
    }

    Contribution said(ConsultationId consultation, Territory territory, Nature nature, String text) {
        return said(consultation, territory, nature, text, new WorkshopId(UUID.randomUUID()));
    }

    Contribution said(
            ConsultationId consultation,
            Territory territory,
            Nature nature,
            String text,
            @Nullable WorkshopId workshop) {
        var id = UUID.randomUUID();
        return new Contribution(
                new ContributionId(id),
                1,
                "C-" + id.toString().substring(0, 5),
                consultation,
                workshop == null ? Contribution.Origin.ONLINE : Contribution.Origin.WORKSHOP,
                null,
                workshop,
                territory,
                THEME,
                nature,
                text,
                Contribution.Room.UNCOUNTED,
                LocalDate.of(2026, 10, 7),
                Contribution.State.PUBLISHED);
    }

    void publish(Contribution... contributions) {
        news.publishEvent(new ContributionsPublished(List.of(contributions)));
    }

    Contribution correct(Contribution old, Nature nature, String text) {
        var corrected = new Contribution(
                old.id(),
                old.version() + 1,
                old.reference(),
                old.consultation(),
                old.origin(),
                old.session(),
                old.workshop(),
                old.territory(),
                old.theme(),
                nature,
                text,
                old.room(),
                old.day(),
                old.state());
        news.publishEvent(new ContributionCorrected(corrected));
        return corrected;
    }

    void mask(Contribution contribution, String reason) {
        news.publishEvent(new ContributionMasked(contribution, reason));
    }

    Synthesis synthesis(ConsultationId consultation, Territory territory) {
        return syntheses.find(syntheses.ofOrNew(consultation, territory, THEME)).orElseThrow();
    }

    /// Every item of a synthesis, wholes and pieces.
    List<Item> items(Synthesis synthesis) {
        return database.sql(ItemRows.SELECT + "where i.synthesis_id = :id order by i.seq, i.piece")
                .param("id", synthesis.id().value())
                .query((row, _) -> ItemRows.item(row))
                .list();
    }

    List<Item> undealt(Synthesis synthesis) {
        return items(synthesis).stream()
                .filter(item -> item.disposition() == null && !item.isWithdrawn())
                .toList();
    }

    Coverage coverage(Synthesis synthesis) {
        return inbox.coverage(synthesis.id());
    }

    /// The days of objection are over.
    void passContest(Synthesis synthesis) {
        database.sql("update synthesis.synthesis set contest_until = date '2020-01-01' where id = :id")
                .param("id", synthesis.id().value())
                .update();
    }

    public void passContest(ConsultationId consultation) {
        database.sql("""
                        update synthesis.synthesis set contest_until = date '2020-01-01'
                        where consultation_id = :id and state = 'CONTESTED'
                        """).param("id", consultation.value()).update();
    }

    /// Through the whole course, as far as its rules let it.
    SynthesisOutcome settle(Synthesis synthesis, PersonId by) {
        var outcome = course.submit(act(synthesis, by), lock(synthesis));
        if (outcome instanceof SynthesisOutcome.Done) {
            course.contest(act(synthesis, by), lock(synthesis), 5);
            passContest(synthesis);
            return course.validate(act(synthesis, by), lock(synthesis));
        }
        return outcome;
    }

    int lock(Synthesis synthesis) {
        return syntheses.find(synthesis.id()).orElseThrow().lock();
    }

    /// A published synthesis of the Ariège, with an item taken up and one set aside.
    public record Shown(ConsultationId consultation, UUID synthesis, UUID item, UUID statement) {
        public String address(String pattern) {
            return pattern.replace("{consultation}", consultation.value().toString())
                    .replaceFirst("(?<=/syntheses/)\\{id}", synthesis.toString())
                    .replace("{number}", "1")
                    .replace("{revision}", "1")
                    .replace("{name}", "enonces.csv")
                    .replace("{synthesis}", synthesis.toString())
                    .replace("{item}", item.toString())
                    .replace("{statement}", statement.toString());
        }
    }

    public synchronized Shown shown() {
        if (shown == null) {
            shown = show();
        }
        return shown;
    }

    private Shown show() {
        var someone = new PersonId(UUID.randomUUID());
        var consultation = consultation();
        var synthesis = synthesis(consultation, departement("09"));
        publish(
                said(consultation, synthesis.territory(), Nature.NEED, "Un ordinateur pour chaque élève."),
                said(consultation, synthesis.territory(), Nature.FINDING, "La cantine est bonne."));
        var waiting = undealt(synthesis);
        dealing.takeUp(
                act(synthesis, someone),
                List.of(Seen.of(waiting.getFirst())),
                new StatementRepository.Words(StatementKind.PROPOSAL, "Prêter un ordinateur à qui n'en a pas."),
                LinkKind.REWORDS);
        dealing.setAside(
                act(synthesis, someone),
                List.of(Seen.of(waiting.getLast())),
                new Disposition.Aside(Reason.OUT_OF_SCOPE, "La cantine n'est pas le sujet.", null, null));
        settle(synthesis, someone);
        publications.publish(consultations.find(consultation).orElseThrow(), UUID.randomUUID(), someone);
        return new Shown(
                consultation,
                synthesis.id().value(),
                waiting.getFirst().id().value(),
                statements.of(synthesis.id()).getFirst().id().value());
    }

    static Act act(Synthesis synthesis, PersonId by) {
        return new Act(synthesis.id(), UUID.randomUUID(), by);
    }
}
