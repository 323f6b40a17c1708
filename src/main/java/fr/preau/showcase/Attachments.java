package fr.preau.showcase;

import fr.preau.account.Organisations;
import fr.preau.account.PersonId;
import fr.preau.account.Viewer;
import fr.preau.catalogue.EventAside;
import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.showcase.AttachmentRepository.Attachment;
import fr.preau.web.Link;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The events where a project is shown [SNSI A5]: its teacher says so, the event's organiser may decline.
@Service
class Attachments implements EventAside {
    private static final int MOST = 5;

    private final AttachmentRepository attachments;
    private final GalleryRepository gallery;
    private final Authorisations authorisations;
    private final Events events;
    private final Organisations organisations;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Attachments(
            AttachmentRepository attachments,
            GalleryRepository gallery,
            Authorisations authorisations,
            Events events,
            Organisations organisations,
            ApplicationEventPublisher news,
            Clock clock) {
        this.attachments = attachments;
        this.gallery = gallery;
        this.authorisations = authorisations;
        this.events = events;
        this.organisations = organisations;
        this.news = news;
        this.clock = clock;
    }

    /// Why not, in a sentence; empty when it is done.
    @Transactional
    Optional<String> attach(Project project, EventId id, PersonId author) {
        var listed = gallery.find(project.id(), authorisations.today());
        if (listed.isEmpty()) {
            return Optional.of("Seul un projet publié peut être montré à un événement.");
        }
        var event = events.find(id).filter(found -> !found.cancelled());
        if (event.isEmpty()) {
            return Optional.of("Cet événement n'existe pas, n'est pas publié ou est annulé.");
        }
        if (!event.get().edition().equals(project.edition())) {
            return Optional.of("Cet événement est d'une autre édition que le projet.");
        }
        if (attachments.eventsOf(project.id()).size() >= MOST) {
            return Optional.of("Un projet est montré à %d événements au plus.".formatted(MOST));
        }
        attach(listed.get(), event.get(), author);
        return Optional.empty();
    }

    private void attach(Listed project, PublishedEvent event, PersonId author) {
        if (attachments.add(new Attachment(project.id(), event.id()), event.organisation(), author, clock.instant())) {
            news.publishEvent(new ProjectAttached(
                    project.id(),
                    project.content().title(),
                    event.title(),
                    project.school(),
                    organisations.mailsOf(event.organisation())));
        }
    }

    @Transactional
    void detach(ProjectId project, EventId event) {
        attachments.remove(new Attachment(project, event));
    }

    /// Those that still take place, in the order they were said.
    List<PublishedEvent> eventsOf(ProjectId project) {
        var ids = attachments.eventsOf(project);
        var found = events.find(ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(event -> !event.cancelled())
                .toList();
    }

    @Override
    public Optional<Aside> of(EventId event, Viewer viewer) {
        var projects = attachments.projectsOf(event);
        var links = projects.isEmpty()
                ? List.<Link>of()
                : gallery.find(projects, authorisations.today()).stream()
                        .map(one -> new Link(one.path(), one.content().title() + ", " + one.school()))
                        .toList();
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(new Aside("Projets des Trophées NSI montrés ce jour-là", links));
    }
}
