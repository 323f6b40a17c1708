package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.account.TestPeople;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.School;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Published events for the tests of every module: `events.published().at(school).on(day, "14:00",
/// "16:00").seats(30).forClasses(20).now()`.
///
/// Nothing said: an afternoon of tomorrow, 30 seats of which classes may take 20, on site in Foix, by an organisation
/// of its own, in an edition open around now.
@Component
public class EventFixtures {
    private final EventRepository events;
    private final VersionRepository versions;
    private final Publication publication;
    private final TestPeople people;
    private final EditionFixtures editions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EventFixtures(
            EventRepository events,
            VersionRepository versions,
            Publication publication,
            TestPeople people,
            EditionFixtures editions,
            TransactionTemplate transaction,
            Clock clock) {
        this.events = events;
        this.versions = versions;
        this.publication = publication;
        this.people = people;
        this.editions = editions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What was published, with its sessions in the order they were said.
    public record Published(EventId id, OrganisationId organisation, Edition edition, List<SessionId> sessions) {
        /// The first session, or the only one.
        public SessionId session() {
            return sessions.getFirst();
        }
    }

    public Builder published() {
        return new Builder();
    }

    /// Published already, and published again with this content: a new revision.
    void republish(Published event, EventContent content) {
        transaction.executeWithoutResult(
                _ -> publication.publish(events.find(event.id()).orElseThrow(), content));
    }

    /// Published again with so many seats in each session, as an organiser who raises or lowers them does.
    public void resize(EventId event, int capacity, int classSeats) {
        transaction.executeWithoutResult(_ -> {
            var content = versions.approved(event).orElseThrow().content();
            var slots = content.sessions().stream()
                    .map(slot -> new EventContent.Slot(
                            slot.id(), slot.day(), slot.start(), slot.end(), capacity, classSeats))
                    .toList();
            publication.publish(events.find(event).orElseThrow(), content.withSessions(slots));
        });
    }

    /// A draft with this content, submitted by nobody yet.
    EventId drafted(Builder builder) {
        var content = builder.content();
        var week = builder.edition == null ? editions.open() : builder.edition;
        var owner = builder.organisation == null
                ? people.organisation("Association du test").id()
                : builder.organisation;
        var event = new EventRecord(new EventId(UUID.randomUUID()), week.id(), owner, EventState.DRAFT, 0, null);
        var author = people.withoutRole().id();
        var now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            events.insert(event, author, now);
            versions.insert(new Version(event.id(), 1, content, VersionState.DRAFT, now, null, null), author);
        });
        return event.id();
    }

    public final class Builder {
        private String title =
                "Découvrir le code " + UUID.randomUUID().toString().substring(0, 8);
        private String description =
                "Une heure pour comprendre comment un programme décide, avec ceux qui en écrivent.";
        private String kind = "atelier";
        private Format format = Format.ON_SITE;
        private Set<Audience> audience = EnumSet.allOf(Audience.class);
        private EventContent.@Nullable Venue venue = new EventContent.Venue(
                null,
                "Médiathèque",
                "1 place de la Mairie",
                "09000",
                "Foix",
                "09",
                "09",
                new fr.preau.territory.GeoPoint(42.9655, 1.6053));
        private Set<String> offeredIn = Set.of();
        private Set<Accessibility> accessibility = Set.of();
        private final List<EventContent.Speaker> speakers = new ArrayList<>();
        private String contactName = "Camille Martin";
        private String contactMail = "contact@example.org";
        private String link = "";
        private WaitingPolicy waiting = WaitingPolicy.STRICT;
        private String instructions = "";
        private @Nullable OrganisationId organisation;
        private @Nullable Edition edition;
        private final List<EventContent.Slot> sessions = new ArrayList<>();

        private Builder() {}

        public Builder titled(String words) {
            title = words;
            return this;
        }

        public Builder described(String words) {
            description = words;
            return this;
        }

        /// What those who come must know.
        public Builder instructing(String words) {
            instructions = words;
            return this;
        }

        /// A code of [Edition#LETTER_KINDS].
        public Builder kind(String code) {
            kind = code;
            return this;
        }

        public Builder by(OrganisationId owner) {
            organisation = owner;
            return this;
        }

        public Builder in(Edition week) {
            edition = week;
            return this;
        }

        /// In a school of the directory.
        public Builder at(School school) {
            venue = new EventContent.Venue(
                    school.uai().value(),
                    school.name(),
                    school.address(),
                    school.postcode(),
                    school.commune(),
                    school.departement(),
                    school.departement(),
                    school.point());
            return this;
        }

        /// In a commune, somewhere.
        public Builder at(String commune, String departement, fr.preau.territory.@Nullable GeoPoint point) {
            venue = new EventContent.Venue(
                    null, "", "1 rue du Port", "00000", commune, departement, departement, point);
            return this;
        }

        public Builder online(String address) {
            format = Format.ONLINE;
            venue = null;
            link = address;
            return this;
        }

        public Builder hybrid(String address) {
            format = Format.HYBRID;
            link = address;
            return this;
        }

        /// Comes to the schools of these départements: seats are visits.
        public Builder comingTo(String... departements) {
            format = Format.AT_SCHOOL;
            venue = null;
            offeredIn = Set.of(departements);
            return this;
        }

        public Builder forAudience(Audience... all) {
            audience = Set.of(all);
            return this;
        }

        public Builder accessible(Accessibility... all) {
            accessibility = Set.of(all);
            return this;
        }

        public Builder speaker(String name, String role) {
            speakers.add(new EventContent.Speaker(name, role, EventContent.Gender.WOMAN));
            return this;
        }

        public Builder contact(String name, String mail) {
            contactName = name;
            contactMail = mail;
            return this;
        }

        /// One more session, on the event's own clocks, of 30 seats of which 20 for classes until said otherwise.
        public Builder on(LocalDate day, String start, String end) {
            sessions.add(new EventContent.Slot(
                    UUID.randomUUID(), day, LocalTime.parse(start), LocalTime.parse(end), 30, 20));
            return this;
        }

        /// The seats of the last session said; classes may take them all until said otherwise.
        public Builder seats(int capacity) {
            return lastWith(capacity, capacity);
        }

        /// How many of the last session's seats classes may take.
        public Builder forClasses(int classSeats) {
            return lastWith(capacityOfLast(), classSeats);
        }

        /// How many smaller entries of the waiting list may pass one that does not fit.
        public Builder passing(int times) {
            waiting = new WaitingPolicy(times);
            return this;
        }

        /// Publishes it, as an approval does.
        public Published now() {
            ensureSession();
            var week = edition == null ? editions.open() : edition;
            var owner = organisation == null
                    ? people.organisation("Association du test").id()
                    : organisation;
            var event =
                    new EventRecord(new EventId(UUID.randomUUID()), week.id(), owner, EventState.PUBLISHED, 0, null);
            transaction.executeWithoutResult(_ -> write(event));
            var ids = sessions.stream().map(slot -> new SessionId(slot.id())).toList();
            return new Published(event.id(), owner, week, ids);
        }

        EventContent content() {
            ensureSession();
            return new EventContent(
                    title,
                    description,
                    kind,
                    format,
                    audience,
                    venue,
                    offeredIn,
                    accessibility,
                    speakers,
                    contactName,
                    contactMail,
                    link,
                    null,
                    sessions,
                    waiting,
                    instructions);
        }

        private void write(EventRecord event) {
            var now = clock.instant();
            var author = people.withoutRole().id();
            events.insert(event, author, now);
            versions.insert(new Version(event.id(), 1, content(), VersionState.APPROVED, now, now, null), author);
            publication.publish(event, content());
        }

        private void ensureSession() {
            if (sessions.isEmpty()) {
                on(editions.today().plusDays(1), "14:00", "16:00");
            }
        }

        private int capacityOfLast() {
            ensureSession();
            var capacity = sessions.getLast().capacity();
            return capacity == null ? 0 : capacity;
        }

        private Builder lastWith(int capacity, int classSeats) {
            ensureSession();
            var last = sessions.removeLast();
            sessions.add(new EventContent.Slot(last.id(), last.day(), last.start(), last.end(), capacity, classSeats));
            return this;
        }
    }
}
