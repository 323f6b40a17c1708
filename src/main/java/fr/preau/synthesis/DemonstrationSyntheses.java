package fr.preau.synthesis;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.PersonId;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.Consultations;
import fr.preau.database.Demonstration;
import fr.preau.synthesis.Disposition.Aside;
import fr.preau.synthesis.InboxRepository.Filter;
import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.web.French;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One theme carried from its départements to the nation and published, the others left to deal with. Nothing when no
/// contribution is there.
@Component
@Profile("demonstration")
@Order(67)
class DemonstrationSyntheses implements Demonstration {
    private final Consultations consultations;
    private final SynthesisRepository syntheses;
    private final InboxRepository inbox;
    private final StatementRepository statements;
    private final Dealing dealing;
    private final SynthesisCourse course;
    private final Publications publications;
    private final FollowUps followUps;
    private final Accounts accounts;

    DemonstrationSyntheses(
            Consultations consultations,
            SynthesisRepository syntheses,
            InboxRepository inbox,
            StatementRepository statements,
            Dealing dealing,
            SynthesisCourse course,
            Publications publications,
            FollowUps followUps,
            Accounts accounts) {
        this.consultations = consultations;
        this.syntheses = syntheses;
        this.inbox = inbox;
        this.statements = statements;
        this.dealing = dealing;
        this.course = course;
        this.publications = publications;
        this.followUps = followUps;
        this.accounts = accounts;
    }

    @Override
    @Transactional
    public void play(LocalDate monday) {
        var pilot = accounts.find(new MailAddress("pilote@demonstration.example"));
        pilot.ifPresent(one -> consultations.all().stream()
                .filter(consultation -> publications.of(consultation.id()).isEmpty())
                .forEach(consultation -> play(consultation, one.id())));
    }

    /// The theme that has most to deal with.
    private void play(Consultation consultation, PersonId by) {
        var fullest = syntheses.of(consultation.id()).stream()
                .filter(synthesis -> inbox.coverage(synthesis.id()).received() > 0)
                .max(Comparator.comparingInt(
                        synthesis -> inbox.coverage(synthesis.id()).received()));
        if (fullest.isEmpty()) {
            return;
        }
        for (var level : Level.values()) {
            syntheses.of(consultation.id()).stream()
                    .filter(one -> one.level() == level && one.isDraft())
                    .filter(one -> one.theme().equals(fullest.get().theme()))
                    .forEach(one -> carry(one, by));
        }
        publications.publish(consultation, UUID.randomUUID(), by);
        syntheses.of(consultation.id()).stream()
                .filter(one -> one.level() == Level.NATIONAL && one.isSettled())
                .flatMap(one -> statements.of(one.id()).stream().limit(1))
                .forEach(one -> decide(one, by));
    }

    /// Each item becomes a statement or joins the one before of its kind; the last of many is set aside.
    private void carry(Synthesis synthesis, PersonId by) {
        var waiting = inbox.after(synthesis.id(), Filter.UNDEALT, Item.Place.FIRST);
        while (!waiting.isEmpty()) {
            for (var item : waiting) {
                deal(synthesis, item, by, waiting.size() > 2 && item.equals(waiting.getLast()));
            }
            waiting = inbox.after(synthesis.id(), Filter.UNDEALT, Item.Place.FIRST);
        }
        course.submit(act(synthesis, by), lock(synthesis));
        course.contest(act(synthesis, by), lock(synthesis), synthesis.level() == Level.DEPARTEMENT ? 0 : 1);
        syntheses.find(synthesis.id()).ifPresent(one -> syntheses.move(one, one.state(), LocalDate.EPOCH));
        course.validate(act(synthesis, by), lock(synthesis));
    }

    private void deal(Synthesis synthesis, Item item, PersonId by, boolean last) {
        var seen = List.of(Seen.of(item));
        if (last && !item.isDisagreement()) {
            var aside = new Aside(
                    Reason.IN_FORCE, "C'est déjà possible dans les établissements du territoire.", null, null);
            dealing.setAside(act(synthesis, by), seen, aside);
            return;
        }
        var kin = statements.of(synthesis.id()).stream()
                .filter(one -> one.kind() == item.nature().kind() && !item.isDisagreement())
                .findFirst();
        if (kin.isPresent()) {
            dealing.takeUp(act(synthesis, by), seen, kin.get().id(), LinkKind.MERGES);
        } else {
            var words = new Words(item.nature().kind(), French.start(item.text(), 300));
            dealing.takeUp(act(synthesis, by), seen, words, LinkKind.TAKES_UP);
        }
    }

    private void decide(Statement statement, PersonId by) {
        var act = new Act(statement.synthesis(), UUID.randomUUID(), by);
        followUps.decide(
                act, statement.id(), FollowUp.Outcome.PARTLY, "Retenu pour les collèges dès la rentrée prochaine.");
        followUps.plan(
                new Act(statement.synthesis(), UUID.randomUUID(), by),
                statement.id(),
                "Recenser le matériel qui peut être prêté",
                "Délégations académiques au numérique éducatif",
                course.today().plusMonths(6));
    }

    private int lock(Synthesis synthesis) {
        return syntheses.find(synthesis.id()).orElseThrow().lock();
    }

    private static Act act(Synthesis synthesis, PersonId by) {
        return new Act(synthesis.id(), UUID.randomUUID(), by);
    }
}
