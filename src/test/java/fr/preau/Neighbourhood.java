package fr.preau;

import fr.preau.account.Organisation;
import fr.preau.account.Role;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.consultation.ConsultationFixtures;
import fr.preau.contribution.ContributionFixtures;
import fr.preau.event.EventFixtures;
import fr.preau.programme.EditionFixtures;
import fr.preau.showcase.ProjectFixtures;
import fr.preau.synthesis.SynthesisFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// A school and an organisation of the Ariège (académie of Toulouse, Occitanie), those of the next département, and one
/// person of every role in each. What a route shows is always the Ariège's.
@Component
public class Neighbourhood {
    /// A list's first page is full, and there is a second one.
    private static final int A_FULL_PAGE = 21;

    private final TestPeople people;
    private final EventFixtures events;
    private final ProjectFixtures projects;
    private final ContributionFixtures contributions;
    private final EditionFixtures editions;
    private final SynthesisFixtures syntheses;
    private final ConsultationFixtures consultations;
    private final Territories territories;
    private final JdbcClient database;
    /// One for each route, for it is long to make: none of these routes lets in fewer people after a knock.
    private final Map<String, ProjectFixtures.Made> shown = new HashMap<>();
    private final Map<Who, SignedIn> inhabitants = new EnumMap<>(Who.class);
    private @Nullable School school;
    private @Nullable Organisation organisation;
    private int hosted;
    private int meetings;

    Neighbourhood(
            TestPeople people,
            EventFixtures events,
            ProjectFixtures projects,
            ContributionFixtures contributions,
            EditionFixtures editions,
            SynthesisFixtures syntheses,
            ConsultationFixtures consultations,
            Territories territories,
            JdbcClient database) {
        this.people = people;
        this.events = events;
        this.projects = projects;
        this.contributions = contributions;
        this.editions = editions;
        this.syntheses = syntheses;
        this.consultations = consultations;
        this.territories = territories;
        this.database = database;
    }

    /// The person of this role, or null for someone who is not signed in.
    @Nullable
    SignedIn person(Who who) {
        return who == Who.ANYONE ? null : inhabitants.computeIfAbsent(who, this::settle);
    }

    /// Another person of this role, whom nobody will miss.
    @Nullable
    SignedIn newcomer(Who who) {
        return who == Who.ANYONE ? null : settle(who);
    }

    /// Someone with every role at once, who is refused nothing at home.
    public SignedIn everyone() {
        return people.with(
                new Role.Pilot(),
                new Role.Coordinator(ariege()),
                new Role.Member(organisation().id()),
                new Role.SchoolHead(school().uai()),
                new Role.Teacher(school().uai()));
    }

    /// An address of this route that exists, made anew each time: a knock may change what is there.
    public String address(String pattern) {
        var address = pattern;
        if (address.contains("/trophees/{id}")) {
            var project = shown.computeIfAbsent(pattern, _ -> projects.published(school()));
            address = address.replace("{id}", project.id().value().toString())
                    .replace("{image}", project.image().toString())
                    .replace("{member}", project.member().toString())
                    .replace("{authorisation}", project.photo().toString());
        }
        if (address.contains("/evenements/{") || address.contains("/moderation/{")) {
            var event = events.published().by(organisation().id()).at(school()).now();
            address = address.replaceFirst("\\{(id|event)}", event.id().value().toString())
                    .replace("{session}", event.session().value().toString());
        }
        if (address.matches("(?!.*/rapport/)/.*consultations/.*(contrib|/rapports).*")) {
            address = contributions.address(address);
        }
        if (address.contains("/syntheses")) {
            address = syntheses.shown().address(address);
        }
        if (address.contains("/consultations/sessions/{id}")) {
            var session = consultations.seated(ConsultationFixtures.ARIEGE);
            address = address.replace("{id}", session.id().value().toString())
                    .replace("{number}", "1")
                    .replace(
                            "{workshop}",
                            consultations.workshop(session).id().value().toString());
        }
        if (address.contains("/consultations/{")) {
            address = address.replaceFirst(
                    "\\{(id|consultation)}",
                    consultations.consultation().id().value().toString());
        }
        if (address.contains("/couverture")) {
            editions.current();
        }
        if (address.contains("/{uai}/semaine")) {
            takePart();
        }
        if (address.contains("/{uai}/orientation") && meetings == 0) {
            for (; meetings < A_FULL_PAGE; meetings++) {
                meeting();
            }
        }
        if (address.contains("/recommandations/{event}")) {
            var event = events.published().in(editions.current()).now();
            if (address.endsWith("/retrait")) {
                recommend(event);
            }
            address = address.replace("{event}", event.id().value().toString());
        }
        if (address.contains("/orientation/{registration}")) {
            address = address.replace("{registration}", meeting());
        }
        return address.replace(
                        "/organisations/{id}",
                        "/organisations/" + organisation().id().value())
                .replace("/territoires/{key}", "/territoires/" + ariege().key())
                .replace("/couverture/{key}", "/couverture/" + ariege().key())
                .replace(
                        "/editions/{id}", "/editions/" + editions.current().id().value())
                .replace(
                        "{edition}",
                        address.contains("{edition}")
                                ? editions.openingIn(Duration.ofMinutes(10))
                                        .id()
                                        .value()
                                        .toString()
                                : "")
                .replace("{uai}", school().uai().value())
                .replaceFirst("(?<=roles/invitations/)\\{id}", address.contains("roles/inv") ? invitation() : "")
                .replaceFirst("(?<=demandes/)\\{id}(?!/)", address.contains("demandes/{id}") ? demand() : "")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    /// What a form sends: its token, its lock, and these fields.
    MultiValueMap<String, String> fields(String typed) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("jeton", UUID.randomUUID().toString());
        fields.add("lock", "0");
        for (var field : typed.isEmpty() ? new String[0] : typed.split("&")) {
            var parts = field.split("=", 2);
            fields.add(
                    parts[0], Arrays.stream(parts[1].split(" ")).map(this::word).collect(Collectors.joining(" ")));
        }
        return fields;
    }

    private String word(String typed) {
        return switch (typed) {
            case "{coordinator}" -> people.coordinator(ariege()).id().value().toString();
            case "{departement}" -> ariege().key();
            case String value -> value;
        };
    }

    private Territory ariege() {
        return territories.departement("09").orElseThrow().territory();
    }

    /// The school shows everyone a programme that fills a page and more.
    private void takePart() {
        var edition = editions.current();
        database.sql("""
                        insert into school.commitment (edition_id, uai, committed_by, committed_at, visibility)
                        values (:edition, :uai, :by, now(), 'PUBLIC')
                        on conflict (edition_id, uai) do update set visibility = 'PUBLIC'
                        """)
                .param("edition", edition.id().value())
                .param("uai", school().uai().value())
                .param("by", UUID.randomUUID())
                .update();
        for (; hosted < A_FULL_PAGE; hosted++) {
            events.published().in(edition).at(school()).now();
        }
    }

    /// A colleague of the school recommends it.
    private void recommend(EventFixtures.Published event) {
        database.sql("""
                        insert into school.recommendation (edition_id, uai, event_id, sentence, written_by, written_at)
                        values (:edition, :uai, :event, 'Allez-y.', :by, now())
                        """)
                .param("edition", event.edition().id().value())
                .param("uai", school().uai().value())
                .param("event", event.id().value())
                .param("by", people.withoutRole().id().value())
                .update();
    }

    /// A class of the school met an event.
    private String meeting() {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into school.orientation (registration_id, uai, school_year, class_name, level, event_id,
                            title, kind, organisation, callings, day, pupils, presumed, keep_until)
                        values (:id, :uai, '2025-2026', '2de 4', 'SECONDE', :id, 'Robots', 'Atelier', 'Robots & Cie',
                            'ingénieure', '2026-02-03', 24, true, '2031-07-31')
                        """).param("id", id).param("uai", school().uai().value()).update();
        return id.toString();
    }

    /// Someone is invited to coordinate the Ariège.
    private String invitation() {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into account.invitation (id, hash, mail, role, place, invited_by, invited_at, expires_at)
                        values (:id, :hash, :mail, 'COORDINATOR', :place, :by, now(), now() + interval '1 day')
                        """)
                .param("id", id)
                .param("hash", id.toString().getBytes(StandardCharsets.UTF_8))
                .param("mail", "invited-%s@example.org".formatted(id))
                .param("place", ariege().key())
                .param("by", people.pilot().id().value())
                .update();
        return id.toString();
    }

    /// Someone says they teach at the school.
    private String demand() {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into account.staff_request (id, person_id, role, uai, departement, asked_at, state)
                        values (:id, :person, 'TEACHER', :uai, '09', now(), 'PENDING')
                        """)
                .param("id", id)
                .param("person", people.withoutRole().id().value())
                .param("uai", school().uai().value())
                .update();
        return id.toString();
    }

    private SignedIn settle(Who who) {
        return switch (who) {
            case ANYONE -> throw new IllegalStateException("not signed in");
            case PERSON -> people.withoutRole();
            case MEMBER -> people.member(organisation().id());
            case OTHER_MEMBER ->
                people.member(people.organisation("Association voisine").id());
            case TEACHER -> people.teacher(school().uai());
            case OTHER_TEACHER -> people.teacher(schoolNextDoor().uai());
            case HEAD -> people.head(school().uai());
            case OTHER_HEAD -> people.head(schoolNextDoor().uai());
            case DEPARTEMENT -> people.coordinator(territories.departement("09").orElseThrow());
            case ACADEMIE ->
                people.coordinator(territories.departement("09").orElseThrow().academie());
            case REGION ->
                people.coordinator(territories.departement("09").orElseThrow().region());
            case OTHER_DEPARTEMENT ->
                people.coordinator(territories.departement("31").orElseThrow());
            case OTHER_ACADEMIE ->
                people.coordinator(territories.departement("34").orElseThrow().academie());
            case OTHER_REGION ->
                people.coordinator(territories.departement("33").orElseThrow().region());
            case PILOT -> people.pilot();
        };
    }

    private School school() {
        if (school == null) {
            school =
                    ASchool.lycee("Lycée de la Table").in("Foix", "09000", "09").add(database);
        }
        return school;
    }

    private School schoolNextDoor() {
        return ASchool.lycee("Lycée d'à côté").in("Toulouse", "31000", "31").add(database);
    }

    private Organisation organisation() {
        if (organisation == null) {
            organisation = people.organisation("Association de la Table");
        }
        return organisation;
    }
}
