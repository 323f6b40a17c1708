package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.account.PersonId;
import fr.preau.event.Outcome.Done;
import fr.preau.event.Outcome.Incomplete;
import fr.preau.event.Outcome.Refused;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import fr.preau.programme.Editions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What organisers do with their events: write, submit, publish small changes, give up.
@Service
class Authoring {
    private static final Refused GONE =
            new Refused("Cette édition vient d'être retirée : rechargez la page pour en choisir une autre.");

    private final EventRepository events;
    private final VersionRepository versions;
    private final SeatRepository sessions;
    private final Publication publication;
    private final DraftRules rules;
    private final Writes writes;
    private final Editions editions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Authoring(
            EventRepository events,
            VersionRepository versions,
            SeatRepository sessions,
            Publication publication,
            DraftRules rules,
            Writes writes,
            Editions editions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.events = events;
        this.versions = versions;
        this.sessions = sessions;
        this.publication = publication;
        this.rules = rules;
        this.writes = writes;
        this.editions = editions;
        this.news = news;
        this.clock = clock;
    }

    Optional<Standing> find(EventId event) {
        return writes.standing(event);
    }

    /// An event about to be, for the edition chosen; there may be none yet. The form's token becomes its id: sent
    /// twice, it is one event.
    record NewEvent(
            UUID form,
            PersonId author,
            OrganisationId organisation,
            @Nullable EditionId edition) {}

    /// A new event of the edition whose week comes next, as a draft.
    @Transactional
    Outcome create(UUID form, PersonId author, OrganisationId organisation, EventContent content) {
        var next = editions.proposable().stream().findFirst().map(Edition::id).orElse(null);
        return create(new NewEvent(form, author, organisation, next), content);
    }

    @Transactional
    Outcome create(NewEvent asked, EventContent content) {
        var edition = asked.edition();
        if (edition == null) {
            return new Refused(
                    "Aucune édition n'est encore ouverte : revenez quand la prochaine semaine sera annoncée.");
        }
        if (!editions.hold(edition)) {
            return GONE;
        }
        var form = asked.form();
        var event = new EventRecord(new EventId(form), edition, asked.organisation(), EventState.DRAFT, 0, form);
        if (events.insert(event, asked.author(), clock.instant())) {
            versions.insert(draft(event.id(), 1, content), asked.author());
        }
        return new Done("Votre brouillon est enregistré. Personne d'autre que votre organisation ne le voit.");
    }

    /// In the edition it has.
    @Transactional
    Outcome save(Writing writing, EventContent content) {
        return save(writing, content, null);
    }

    /// For the edition chosen, when one is, and nothing was published.
    @Transactional
    Outcome save(Writing writing, EventContent content, @Nullable EditionId edition) {
        return writes.write(writing, EventAction.SAVE, found -> {
            var standing = found.in(edition);
            if (!editions.hold(standing.event().edition())) {
                return GONE;
            }
            var problems = rules.takenSeats(content, sessions.ofEvent(writing.event()));
            if (!problems.isEmpty()) {
                return new Incomplete(problems);
            }
            return (Writes.Work) () -> {
                events.enrol(writing.event(), standing.event().edition());
                draft(standing, content, writing.author());
                return "Votre brouillon est enregistré.";
            };
        });
    }

    /// Saves, then submits; a published event whose changes are cosmetic is published at once.
    @Transactional
    Outcome submit(Writing writing, EventContent content, @Nullable EditionId edition) {
        return writes.write(
                writing,
                EventAction.SAVE,
                EventAction.SUBMIT,
                standing -> submission(standing.in(edition), content, writing));
    }

    /// Submits the latest draft as it stands.
    @Transactional
    Outcome submit(Writing writing) {
        return writes.write(
                writing,
                EventAction.SUBMIT,
                standing -> submission(standing, standing.latest().content(), writing));
    }

    /// Takes a submission back before moderators decide: what was submitted is kept as it was, a copy goes on.
    @Transactional
    Outcome withdraw(Writing writing) {
        return writes.write(writing, EventAction.WITHDRAW, standing -> (Writes.Work) () -> {
            versions.withdraw(standing.latest());
            draft(standing, standing.latest().content(), writing.author());
            return "Votre événement n'est plus soumis : vous pouvez le modifier.";
        });
    }

    @Transactional
    Outcome discard(Writing writing) {
        return writes.write(writing, EventAction.DISCARD, standing -> (Writes.Work) () -> {
            versions.withdraw(standing.latest());
            return "Vos modifications sont abandonnées : la version en ligne reste telle quelle.";
        });
    }

    /// Nothing that was ever published: all that was kept of it goes.
    @Transactional
    Outcome delete(Writing writing) {
        return writes.write(
                writing,
                EventAction.DELETE,
                standing -> standing.approved() != null
                        ? new Refused("Ce qui a été publié ne se supprime pas.")
                        : (Writes.Work) () -> {
                            events.delete(writing.event());
                            return "« %s » est supprimé, avec toutes ses versions."
                                    .formatted(standing.latest().content().title());
                        });
    }

    /// Another draft with the same words, for the edition whose week comes next; its sessions keep their hours and
    /// lose their days.
    @Transactional
    Outcome duplicate(UUID form, PersonId author, Standing model) {
        var content = model.toEdit();
        var slots = content.sessions().stream()
                .map(slot -> new EventContent.Slot(
                        UUID.randomUUID(), null, slot.start(), slot.end(), slot.capacity(), slot.classSeats()))
                .toList();
        return create(form, author, model.event().organisation(), content.withSessions(slots));
    }

    private Writes.Plan submission(Standing standing, EventContent content, Writing writing) {
        if (!editions.hold(standing.event().edition())) {
            return GONE;
        }
        var edition = editions.find(standing.event().edition()).orElseThrow();
        var approved = standing.approved();
        if (approved == null && !edition.acceptsSubmissionsAt(clock.instant())) {
            return new Refused("Les propositions ne sont pas ouvertes en ce moment. Votre brouillon est gardé.");
        }
        var problems = rules.missing(content, edition, sessions.ofEvent(writing.event()));
        if (!problems.isEmpty()) {
            return new Incomplete(problems);
        }
        if (approved == null) {
            return (Writes.Work) () -> toModerators(standing, content, writing);
        }
        return switch (Change.between(approved.content(), content)) {
            case NONE -> new Refused("Rien n'a changé par rapport à la version en ligne.");
            case COSMETIC -> (Writes.Work) () -> atOnce(standing, content, writing);
            case SUBSTANTIAL -> (Writes.Work) () -> toModerators(standing, content, writing);
        };
    }

    private String toModerators(Standing standing, EventContent content, Writing writing) {
        events.enrol(writing.event(), standing.event().edition());
        versions.submit(draft(standing, content, writing.author()), clock.instant());
        news.publishEvent(new EventSubmitted(writing.event(), content.title()));
        return standing.approved() == null
                ? "Votre événement est soumis. Vous recevrez un message quand il sera validé."
                : "Vos modifications sont soumises. En attendant, la version en ligne reste visible.";
    }

    private String atOnce(Standing standing, EventContent content, Writing writing) {
        versions.approve(draft(standing, content, writing.author()));
        publication.publish(standing.event(), content);
        return "Vos modifications sont en ligne : elles n'ont pas besoin d'être relues.";
    }

    /// Writes in the draft under way, or starts the next one.
    private Version draft(Standing standing, EventContent content, PersonId author) {
        var latest = standing.latest();
        var goesOn = latest.state() == VersionState.DRAFT;
        var draft = draft(latest.event(), goesOn ? latest.number() : latest.number() + 1, content);
        if (goesOn) {
            versions.rewrite(draft, author);
        } else {
            versions.insert(draft, author);
        }
        return draft;
    }

    private Version draft(EventId event, int number, EventContent content) {
        return new Version(event, number, content, VersionState.DRAFT, clock.instant(), null, null);
    }

    /// What an organisation wrote, the latest written first.
    List<EventRepository.Line> list(java.util.Collection<OrganisationId> organisations, int offset, int limit) {
        return organisations.isEmpty() ? List.of() : events.ofOrganisations(organisations, offset, limit);
    }

    long count(java.util.Collection<OrganisationId> organisations) {
        return organisations.isEmpty() ? 0 : events.countOf(organisations);
    }
}
