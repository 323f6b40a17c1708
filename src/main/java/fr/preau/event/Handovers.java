package fr.preau.event;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.MailAddress;
import fr.preau.account.Organisation;
import fr.preau.account.OrganisationId;
import fr.preau.account.Organisations;
import fr.preau.account.Viewer;
import fr.preau.event.Outcome.Done;
import fr.preau.event.Outcome.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Giving an event to others, for the day its organisation has nobody left or cannot go on (decision 28): moderators
/// offer it, whoever receives it accepts or declines. Until then nothing changes.
@Service
class Handovers {
    /// Whom it is offered to: one of the two.
    record Receiver(
            @Nullable Organisation organisation, @Nullable MailAddress person) {}

    private final HandoverRepository handovers;
    private final EventRepository events;
    private final ListingWriter listings;
    private final RulingRepository rulings;
    private final Writes writes;
    private final Organisations organisations;
    private final AdministrationJournal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Handovers(
            HandoverRepository handovers,
            EventRepository events,
            ListingWriter listings,
            RulingRepository rulings,
            Writes writes,
            Organisations organisations,
            AdministrationJournal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.handovers = handovers;
        this.events = events;
        this.listings = listings;
        this.rulings = rulings;
        this.writes = writes;
        this.organisations = organisations;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    Optional<Handover> find(UUID id) {
        return handovers.find(id);
    }

    /// What waits for this viewer's answer.
    List<Handover> to(Viewer viewer) {
        return handovers.to(List.copyOf(viewer.organisations()), String.valueOf(viewer.mail()));
    }

    /// Written like any decision: the second of two moderators is told of the first.
    @Transactional
    Outcome offer(Moderating moderating, Receiver receiver, String sentence) {
        return writes.write(moderating.writing(), EventAction.HAND_OVER, standing -> {
            var organisation = receiver.organisation();
            if (organisation != null
                    && organisation.id().equals(standing.event().organisation())) {
                return new Refused("L'événement est déjà celui de cette organisation.");
            }
            return (Writes.Work) () -> offer(standing, moderating, receiver, sentence);
        });
    }

    private String offer(Standing standing, Moderating moderating, Receiver receiver, String sentence) {
        var organisation = receiver.organisation();
        var person = receiver.person();
        var handover = new Handover(
                moderating.writing().form(),
                moderating.event(),
                organisation == null ? null : organisation.id(),
                person == null ? null : person.value(),
                moderating.writing().author(),
                moderating.authority(),
                sentence,
                clock.instant().plus(Handover.LIFE));
        handovers.put(handover);
        journal.write(
                moderating.viewer(),
                "propose de confier l'événement à "
                        + (organisation == null ? "une personne invitée" : organisation.name()),
                standing.published().title(),
                sentence);
        news.publishEvent(new EventOffered(
                handover.id(),
                moderating.event(),
                standing.published().title(),
                moderating.authority(),
                sentence,
                handover.expiresAt(),
                organisation == null
                        ? person == null ? List.of() : List.of(person.value())
                        : organisations.mailsOf(organisation.id())));
        return "La proposition est partie, valable quatorze jours : l'événement change de mains quand elle est acceptée.";
    }

    /// The event becomes that of `organisation`, one of the viewer's: its next versions, its registrants, its page.
    @Transactional
    Outcome accept(Handover handover, OrganisationId organisation, Viewer viewer) {
        var standing = writes.standing(handover.event()).orElseThrow();
        var writing = new Writing(
                handover.event(), standing.event().lock(), UUID.randomUUID(), viewer.person(), viewer.label());
        return writes.write(writing, EventAction.HAND_OVER, there -> {
            if (!handovers.delete(handover.event())) {
                return new Refused("Quelqu'un a déjà répondu à cette proposition.");
            }
            return (Writes.Work) () -> give(there, handover, organisation, writing);
        });
    }

    private String give(Standing standing, Handover handover, OrganisationId organisation, Writing writing) {
        var to = organisations.find(organisation).orElseThrow();
        var former = organisations.mailsOf(standing.event().organisation());
        events.give(handover.event(), organisation);
        listings.give(handover.event(), to, clock.instant());
        rulings.insert(
                writing,
                new Ruling(
                        Ruling.What.HANDED_OVER,
                        writing.decider(),
                        handover.authority(),
                        clock.instant(),
                        to.name(),
                        handover.sentence()));
        news.publishEvent(new EventHandedOver(
                handover.event(),
                standing.published().title(),
                organisation,
                to.name(),
                former,
                organisations.mailsOf(organisation)));
        return "L'événement est à votre organisation : ses inscrits et ses prochaines versions sont à vous.";
    }

    @Transactional
    Outcome decline(Handover handover) {
        if (!handovers.delete(handover.event())) {
            return new Done("Quelqu'un a déjà répondu à cette proposition.");
        }
        var organisation = handover.organisation();
        var who = organisation == null
                ? "La personne invitée"
                : organisations.find(organisation).map(Organisation::name).orElse("L'organisation");
        news.publishEvent(new HandoverDeclined(
                handover.event(),
                writes.standing(handover.event())
                        .map(one -> one.published().title())
                        .orElse(""),
                who,
                handover.offeredBy()));
        return new Done("C'est noté : l'événement reste où il était, et la modération est prévenue.");
    }
}
