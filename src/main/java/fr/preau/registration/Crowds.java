package fr.preau.registration;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.Viewer;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.web.French;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What one address or one network took of an event, when it is many, and cancelling it in one act. Sessions that have
/// begun keep their lists.
@Service
class Crowds {
    private final CrowdRepository crowds;
    private final AdministrationJournal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Crowds(CrowdRepository crowds, AdministrationJournal journal, ApplicationEventPublisher news, Clock clock) {
        this.crowds = crowds;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    List<Crowd> of(PublishedEvent event) {
        return crowds.of(toCome(event));
    }

    /// Empty when it is no longer, or not yet, many: nobody learns from here which two come with one address.
    Optional<Crowd> find(PublishedEvent event, Crowd.By by, RegistrationId first) {
        return of(event).stream()
                .filter(crowd -> crowd.by() == by && crowd.first().equals(first))
                .findFirst();
    }

    List<String> names(PublishedEvent event, Crowd crowd) {
        return crowds.members(toCome(event), crowd.by(), crowd.first()).stream()
                .map(CrowdRepository.One::firstName)
                .toList();
    }

    /// Who cancels which crowd, and why. `seen` is how many registrations they were shown: more than that are not
    /// cancelled unseen.
    record Cancelling(Crowd crowd, int seen, String reason) {}

    /// How many are being cancelled; empty when they have become more.
    @Transactional
    public Optional<Integer> cancel(PublishedEvent event, Cancelling asked, Viewer viewer) {
        var crowd = asked.crowd();
        var members = crowds.members(toCome(event), crowd.by(), crowd.first());
        if (members.size() > asked.seen()) {
            return Optional.empty();
        }
        journal.write(
                viewer,
                "annule %s venues d'%s"
                        .formatted(
                                French.count(members.size(), "inscription", "inscriptions"),
                                crowd.by().french()),
                event.title(),
                asked.reason());
        news.publishEvent(new CrowdCancelled(
                event.id(), members.stream().map(one -> one.id().value()).toList(), by(event, viewer), asked.reason()));
        return Optional.of(members.size());
    }

    private static String by(PublishedEvent event, Viewer viewer) {
        if (viewer.actsFor(event.organisation())) {
            return "l'organisateur";
        }
        return viewer.isPilot() ? "le pilotage national" : "la coordination du territoire";
    }

    private List<PublishedSession> toCome(PublishedEvent event) {
        var now = clock.instant();
        return event.sessions().stream()
                .filter(session -> session.start().toInstant().isAfter(now))
                .toList();
    }
}
