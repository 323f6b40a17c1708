package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Browsing;
import fr.preau.account.TestPeople;
import fr.preau.allocation.Rule;
import fr.preau.territory.Territories;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What a form accepts, all that follows accepts too: opening, wishes, closing, the draw, its pages and its letters.
/// Random forms: blanks wherever they are allowed, texts at their limits, dates far away.
@PreauTest
class AnythingAcceptedTests {
    private static final String HARD = "é\"<&>'😀œ漢\u202Fa;,\\%$";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private Consultations consultations;

    @Autowired
    private SessionRepository sessions;

    @Autowired
    private DrawRepository records;

    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private Browsing site;
    private RequestPostProcessor pilot;
    private RequestPostProcessor coordinator;
    private Random random = new Random();

    @BeforeEach
    void settle() {
        site = new Browsing(mvc);
        pilot = people.pilot();
        coordinator = people.coordinator(territories.departement("09").orElseThrow());
    }

    @Test
    void whatAFormAcceptsEveryLaterStepAccepts() throws Exception {
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        random = new Random(seed);
        for (var round = 0; round < 12; round++) {
            var consultation = consultation();
            if (consultation != null) {
                half(consultation, "seed " + seed);
            }
        }
    }

    private @org.jspecify.annotations.Nullable Consultation consultation() {
        var today = LocalDate.ofInstant(clock.instant(), ConsultationFixtures.PARIS);
        var id = UUID.randomUUID();
        var themes = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(_ -> random.nextInt(3) == 0
                        ? "x " + random.nextInt(3) + "!?.".charAt(random.nextInt(3))
                        : text(3, 60))
                .collect(Collectors.joining("\n"));
        var answer = site.send(
                pilot,
                ConsultationController.LIST,
                "jeton",
                id.toString(),
                "nom",
                text(3, 120),
                "but",
                text(10, 3000),
                "ouvert",
                text(10, 3000),
                "decide",
                random.nextBoolean() ? "" : text(1, 3000),
                "licence",
                text(3, 120),
                "publication",
                text(10, 3000),
                "themes",
                themes,
                "debut",
                today.toString(),
                "recueil",
                random.nextBoolean() ? "2199-12-31" : today.plusDays(90).toString(),
                "publie",
                "2199-12-31",
                "etape",
                "OPEN");
        assertThat(answer).hasStatus3xxRedirection();
        var made = consultations.find(new ConsultationId(id)).orElseThrow();
        assertThat(made.themes())
                .as(themes)
                .hasSameSizeAs(
                        themes.lines().map(fr.preau.web.Typed::line).distinct().toList());
        reads(pilot, ConsultationController.LIST + "/" + id);
        reads(Browsing.NOBODY, made.path());
        return made;
    }

    /// A half-day of it, as far as it goes.
    private void half(Consultation consultation, String seed) throws Exception {
        var id = UUID.randomUUID();
        var fields = sessionFields(id);
        var answer = site.send(
                coordinator,
                SessionController.HOME + "/" + consultation.id().value() + "/sessions",
                fields.toArray(String[]::new));
        assertThat(answer.getResponse().getStatus()).as(seed + fields).isIn(302, 422);
        if (answer.getResponse().getStatus() == 422) {
            return;
        }
        var session = sessions.find(new SessionId(id)).orElseThrow();
        workshops(session, seed);
        site.send(
                coordinator,
                session.deskPath() + "/regle",
                "regle",
                rule().name(),
                "lock",
                String.valueOf(now(session).lock()));
        reads(coordinator, session.deskPath());
        reads(coordinator, session.deskPath() + "/regle");
        site.send(coordinator, session.deskPath() + "/ouverture");
        if (now(session).state() == Session.State.OPEN) {
            live(now(session), seed);
        }
    }

    private void live(Session session, String seed) throws Exception {
        for (var person = 0; person < 4; person++) {
            assertThat(join(session)).as(seed).hasStatus3xxRedirection();
        }
        pages(session, seed);
        if (random.nextInt(3) == 0) {
            fixtures.remove(session, fixtures.workshop(session).id());
        }
        fixtures.close(session);
        pages(now(session), seed);
        var value = text(1, 300);
        assertThat(site.send(coordinator, session.deskPath() + "/tirage", "valeur", value))
                .as(seed)
                .hasStatusOk();
        assertThat(site.send(coordinator, session.deskPath() + "/tirage", "valeur", value, "relue", value))
                .as(seed + " " + value)
                .hasStatus3xxRedirection();
        assertThat(ConsultationFixtures.verified(
                        folder, records.record(session.id(), 1).orElseThrow()))
                .as(seed)
                .isZero();
        pages(now(session), seed);
        reads(coordinator, session.deskPath() + "/participants");
        reads(Browsing.NOBODY, session.path() + "/tirage");
    }

    private List<String> sessionFields(UUID id) {
        var far = random.nextInt(3) == 0;
        var day = far
                ? LocalDate.of(2199, 12, 30)
                : LocalDate.ofInstant(clock.instant(), ConsultationFixtures.PARIS)
                        .plusDays(40);
        var fields = new ArrayList<>(List.of(
                "jeton",
                id.toString(),
                "titre",
                text(3, 120),
                "territoire",
                ConsultationFixtures.ARIEGE,
                "hote",
                text(2, 120),
                "lieu",
                text(3, 300),
                "visio",
                random.nextBoolean() ? "" : "https://v.example/" + "a".repeat(480),
                "consignes",
                random.nextBoolean() ? "" : text(1, 2000),
                "jour",
                day.toString(),
                "hors",
                "oui",
                "ferme",
                day.minusDays(3) + "T20:00",
                "connue",
                day.minusDays(2) + (random.nextInt(4) == 0 ? "T00:00" : "T12:00"),
                "source",
                random.nextInt(4) == 0 ? "" : text(1, 300),
                "secours",
                random.nextInt(4) == 0 ? "" : text(1, 300)));
        fields.addAll(List.of(
                "acces",
                random.nextBoolean() ? "OUVERT" : "CLE",
                "voeux",
                String.valueOf(1 + random.nextInt(20)),
                "places",
                String.valueOf(1 + random.nextInt(3)),
                "genre-0",
                "WORKSHOPS",
                "intitule-0",
                text(1, 120),
                "debut-0",
                "0:00",
                "fin-0",
                "23:59",
                "salle-0",
                random.nextBoolean() ? "" : text(1, 120)));
        return fields;
    }

    private void workshops(Session session, String seed) {
        for (var more = 0; more < 1 + random.nextInt(3); more++) {
            var fields = List.of(
                    "jeton",
                    UUID.randomUUID().toString(),
                    "theme",
                    consultations
                            .find(session.consultation())
                            .orElseThrow()
                            .themes()
                            .getFirst()
                            .code(),
                    "titre",
                    text(3, 120),
                    "propos",
                    random.nextBoolean() ? "" : text(1, 1000),
                    "places",
                    String.valueOf(random.nextInt(4)),
                    "salle",
                    random.nextBoolean() ? "" : text(1, 120),
                    "animation",
                    random.nextBoolean() ? "" : text(1, 120),
                    "garde-PUPIL",
                    random.nextInt(3) == 0 ? "1" : "");
            assertThat(site.send(coordinator, session.deskPath() + "/ateliers", fields.toArray(String[]::new))
                            .getResponse()
                            .getStatus())
                    .as(seed)
                    .isIn(302, 422);
        }
    }

    private MvcTestResult join(Session session) {
        var fields = new ArrayList<>(List.of(
                "jeton", UUID.randomUUID().toString(),
                "courriel", "a-%s@example.org".formatted(UUID.randomUUID()),
                "qualite", List.of(Category.values()).get(random.nextInt(8)).name(),
                "besoins", random.nextBoolean() ? "" : text(1, 500)));
        var held = new ArrayList<>(fixtures.workshops(session));
        Collections.shuffle(held, random);
        held.subList(0, SaidForm.ranks(session, held))
                .forEach(workshop ->
                        fields.addAll(List.of("voeux", workshop.id().value().toString())));
        return site.send(Browsing.NOBODY, now(session).way().orElseThrow(), fields.toArray(String[]::new));
    }

    private void pages(Session session, String seed) {
        reads(Browsing.NOBODY, session.path());
        reads(Browsing.NOBODY, session.way().orElseThrow());
        for (var page : List.of("", "/lien", "/affiche", "/modifier", "/tirage", "/besoins", "/annulation", "/regle")) {
            reads(coordinator, session.deskPath() + page);
        }
        for (var party : fixtures.parties(session)) {
            for (var person : party.people()) {
                for (var page : List.of("", "/pourquoi", "/retrait")) {
                    reads(Browsing.NOBODY, party.path() + "/personnes/" + person.id() + page);
                }
            }
            reads(Browsing.NOBODY, party.path());
            assertThat(fixtures.letters(party)).as(seed).isPositive();
        }
    }

    private void reads(RequestPostProcessor who, String page) {
        assertThat(site.open(who, page)).as(page).hasStatusOk();
    }

    private Rule rule() {
        return List.of(Rule.values()).get(random.nextInt(3));
    }

    private Session now(Session session) {
        return sessions.find(session.id()).orElseThrow();
    }

    /// At one of its limits, or between them: letters that are two in Java and one in PostgreSQL among them.
    private String text(int least, int most) {
        var length = random.nextInt(3) == 0
                ? most
                : random.nextInt(3) == 0 ? least : least + random.nextInt(most - least + 1);
        var letters = HARD.codePoints()
                .filter(letter -> !Character.isSpaceChar(letter))
                .toArray();
        return IntStream.range(0, length)
                .map(_ -> letters[random.nextInt(letters.length)])
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
