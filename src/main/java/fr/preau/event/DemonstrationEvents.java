package fr.preau.event;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.OrganisationId;
import fr.preau.account.Person;
import fr.preau.account.Viewers;
import fr.preau.database.Demonstration;
import fr.preau.database.DemonstrationFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Events in every state, in many places, written, submitted and moderated through the services people use.
@Component
@Profile("demonstration")
@Order(40)
class DemonstrationEvents implements Demonstration {
    private final DemonstrationContents contents;
    private final Authoring authoring;
    private final Moderation moderation;
    private final Cancelling cancelling;
    private final Accounts accounts;
    private final Viewers viewers;

    DemonstrationEvents(
            DemonstrationContents contents,
            Authoring authoring,
            Moderation moderation,
            Cancelling cancelling,
            Accounts accounts,
            Viewers viewers) {
        this.contents = contents;
        this.authoring = authoring;
        this.moderation = moderation;
        this.cancelling = cancelling;
        this.accounts = accounts;
        this.viewers = viewers;
    }

    @Override
    @Transactional
    public void play(LocalDate monday) {
        var number = 0;
        for (var row : DemonstrationFile.rows("events.csv")) {
            for (var place : List.of(row.get("places").split("\\|", -1))) {
                play(row, new DemonstrationContents.Setting(monday, place, number));
                number++;
            }
        }
    }

    private void play(CSVRecord row, DemonstrationContents.Setting setting) {
        var id = id(setting);
        if (authoring.find(id).isPresent()) {
            return;
        }
        var author = person(row.get("organisation"));
        authoring.create(id.value(), author.id(), organisation(author), contents.of(row, setting));
        switch (fate(setting)) {
            case DRAFT -> {}
            case SUBMITTED -> submit(id, author);
            case CHANGES_REQUESTED -> {
                submit(id, author);
                moderation.requestChanges(
                        writing(id, person("pilote")),
                        new Moderation.Reply(
                                ModerationReason.MISSING, "Dites ce que les élèves feront pendant la séance."));
            }
            case REJECTED -> {
                submit(id, author);
                moderation.reject(
                        writing(id, person("pilote")),
                        new Moderation.Reply(
                                ModerationReason.DUPLICATE, "Cette proposition existe déjà pour la même semaine."));
            }
            case PUBLISHED -> publish(id, author);
            case CANCELLED -> {
                publish(id, author);
                cancelling.cancel(writing(id, author), "La salle prévue n'est plus disponible.");
            }
        }
    }

    /// Most are published; one of each other state here and there.
    private static EventState fate(DemonstrationContents.Setting setting) {
        return switch (setting.number() % 23) {
            case 4 -> EventState.DRAFT;
            case 7, 12, 18 -> EventState.SUBMITTED;
            case 15 -> setting.number() < 23 ? EventState.CHANGES_REQUESTED : EventState.REJECTED;
            case 21 -> EventState.CANCELLED;
            default -> EventState.PUBLISHED;
        };
    }

    private void submit(EventId id, Person author) {
        var outcome = authoring.submit(writing(id, author));
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("the demonstration's own event is refused: " + outcome);
        }
    }

    private void publish(EventId id, Person author) {
        submit(id, author);
        moderation.accept(writing(id, person("pilote")));
    }

    private Writing writing(EventId id, Person person) {
        var lock = authoring.find(id).orElseThrow().event().lock();
        return new Writing(id, lock, UUID.randomUUID(), person.id(), person.name());
    }

    private OrganisationId organisation(Person member) {
        return viewers.of(member.id()).organisations().iterator().next();
    }

    private Person person(String key) {
        return accounts.find(new MailAddress(key + "@demonstration.example")).orElseThrow();
    }

    private static EventId id(DemonstrationContents.Setting setting) {
        return id(setting.monday(), setting.number());
    }

    static EventId id(LocalDate monday, int number) {
        var name = "event %s %d".formatted(monday, number);
        return new EventId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
