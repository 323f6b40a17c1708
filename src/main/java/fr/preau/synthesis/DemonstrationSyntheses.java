package fr.preau.synthesis;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.PersonId;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.Consultations;
import fr.preau.database.Demonstration;
import fr.preau.database.DemonstrationFile;
import fr.preau.synthesis.Disposition.Aside;
import fr.preau.synthesis.InboxRepository.Filter;
import fr.preau.synthesis.StatementRepository.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.csv.CSVRecord;
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
    private static final String THEME = "egal-acces";

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

    private void play(Consultation consultation, PersonId by) {
        var rows = DemonstrationFile.rows("contributions.csv");
        for (var level : Level.values()) {
            syntheses.of(consultation.id()).stream()
                    .filter(one -> one.level() == level && one.isDraft())
                    .filter(one -> one.theme().equals(THEME))
                    .forEach(one -> carry(one, rows, by));
        }
        syntheses.of(consultation.id()).stream()
                .filter(one -> one.level() == Level.NATIONAL && one.isSettled())
                .flatMap(one -> statements.of(one.id()).stream())
                .filter(one -> one.text().startsWith("Prêter"))
                .forEach(one -> decide(one, by));
        publications.publish(consultation, UUID.randomUUID(), by);
    }

    private void carry(Synthesis synthesis, List<CSVRecord> rows, PersonId by) {
        var waiting = inbox.after(synthesis.id(), Filter.UNDEALT, Item.Place.FIRST);
        while (!waiting.isEmpty()) {
            waiting.forEach(item -> deal(synthesis, item, rows, by));
            waiting = inbox.after(synthesis.id(), Filter.UNDEALT, Item.Place.FIRST);
        }
        course.submit(act(synthesis, by), lock(synthesis));
        course.contest(act(synthesis, by), lock(synthesis), synthesis.level() == Level.DEPARTEMENT ? 0 : 1);
        syntheses.find(synthesis.id()).ifPresent(one -> syntheses.move(one, one.state(), Synthesis.NO_OBJECTIONS));
        course.validate(act(synthesis, by), lock(synthesis));
    }

    /// The file says, of each contribution, what its three levels make of it: one statement for those that say the
    /// same.
    private void deal(Synthesis synthesis, Item item, List<CSVRecord> rows, PersonId by) {
        var row = rows.stream()
                .filter(one -> one.get(column(synthesis.level().below())).equals(item.text()))
                .findFirst();
        var aside = row.map(one -> one.get("aside")).filter(words -> !words.isEmpty());
        if (aside.isPresent()) {
            var parts = aside.get().split("\\|", 2);
            dealing.setAside(
                    act(synthesis, by),
                    List.of(Seen.of(item)),
                    new Aside(Reason.valueOf(parts[0]), parts[1], null, null));
            return;
        }
        var text = row.map(one -> one.get(column(Optional.of(synthesis.level()))))
                .filter(words -> !words.isEmpty())
                .orElse(item.text());
        say(synthesis, item, text, by);
    }

    private void say(Synthesis synthesis, Item item, String text, PersonId by) {
        var seen = List.of(Seen.of(item));
        var same = statements.of(synthesis.id()).stream()
                .filter(one -> one.text().equals(text))
                .findFirst();
        if (same.isPresent()) {
            var how = item.isDisagreement() ? LinkKind.TAKES_UP : LinkKind.MERGES;
            dealing.takeUp(act(synthesis, by), seen, same.get().id(), how);
        } else {
            dealing.takeUp(act(synthesis, by), seen, new Words(item.nature().kind(), text), LinkKind.REWORDS);
        }
    }

    /// Where the file has what a level says; below the départements, what was said in the room.
    private static String column(Optional<Level> level) {
        return level.map(one -> switch (one) {
                    case DEPARTEMENT -> "departement";
                    case ACADEMIE -> "academie";
                    case NATIONAL -> "nation";
                })
                .orElse("text");
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
