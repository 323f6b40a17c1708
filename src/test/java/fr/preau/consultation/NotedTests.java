package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Browsing;
import fr.preau.account.MailAddress;
import fr.preau.allocation.Rule;
import fr.preau.consultation.Parties.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// « C'est noté » always has a row and a letter behind it, a refusal neither, in whatever order people come,
/// leave, come back, are erased, and workshops are cancelled.
@PreauTest
class NotedTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private PartyRepository rows;

    @Autowired
    private Parties parties;

    @Autowired
    private JdbcClient database;

    private Browsing site;
    private String domain = "";

    @BeforeEach
    void settle() {
        site = new Browsing(mvc);
        domain = "d%s.example.org".formatted(UUID.randomUUID());
    }

    @Test
    void whoLostARaceThenChoosesAnotherWorkshopIsRegistered() {
        var session = fixtures.seat(fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, false));
        take(session, "first", 0);

        assertThat(take(session, "late", 0)).hasStatus(409).bodyText().contains("la dernière place");
        assertThat(rows.findByMail(session.id(), mail("late"))).isEmpty();
        assertThat(take(session, "late", 1)).hasStatus3xxRedirection();

        assertThat(standing(session, "late"))
                .singleElement()
                .satisfies(person -> assertThat(person.seat())
                        .isEqualTo(fixtures.workshops(session).get(1).id()));
        assertThat(lastLetter("late")).contains("Votre place est réservée");
    }

    @Test
    void whoLeftAndComesBackIsRegisteredAgain() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        rank(session, "back", 0, 1, 2);
        var party = party(session, "back");
        leave(party, party.people().getFirst());

        assertThat(rank(session, "back", 2, 1, 0)).hasStatus3xxRedirection();

        assertThat(standing(session, "back")).hasSize(1);
        assertThat(lastLetter("back")).contains("Vos vœux sont reçus");
    }

    @Test
    void aFormSentAgainAfterLeavingRegistersAgain() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        var said = said(session, 0, 1, 2);
        var form = UUID.randomUUID();
        parties.join(session.id(), new MailAddress(mail("again")), said, form, "again");
        var party = party(session, "again");
        leave(party, party.people().getFirst());

        parties.join(session.id(), new MailAddress(mail("again")), said, form, "again");

        assertThat(standing(session, "again")).hasSize(1);
    }

    @Test
    void theSameFormWithACorrectedAddressIsAnotherPerson() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        var said = said(session, 0, 1, 2);
        var form = UUID.randomUUID();

        parties.join(session.id(), new MailAddress(mail("mistyped")), said, form, "corrected");
        parties.join(session.id(), new MailAddress(mail("mistyped")), said, form, "corrected");
        parties.join(session.id(), new MailAddress(mail("corrected")), said, form, "corrected");

        assertThat(standing(session, "mistyped")).hasSize(1);
        assertThat(standing(session, "corrected")).hasSize(1);
        assertThat(lastLetter("corrected")).contains("Vos vœux sont reçus");
    }

    @Test
    void theSecondClickOfWhoTookTheLastSeatIsToldTheSame() {
        var session = fixtures.seat(fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, false));
        take(session, "one", 0);
        take(session, "two", 1);
        var form = UUID.randomUUID();
        var seat = fixtures.workshops(session).get(2).id().value().toString();
        var fields =
                new String[] {"jeton", form.toString(), "courriel", mail("three"), "qualite", "PARENT", "atelier", seat
                };

        var first = site.send(Browsing.NOBODY, session.path() + "/inscription", fields);
        var second = site.send(Browsing.NOBODY, session.path() + "/inscription", fields);

        assertThat(first).hasStatus3xxRedirection();
        assertThat(second).hasStatus3xxRedirection();
        assertThat(standing(session, "three")).hasSize(1);
    }

    @Test
    void aKnownAddressIsRefusedWhereAnUnknownOneIs() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, false);
        rank(session, "known", 0, 1, 2);
        fixtures.close(session);

        assertThat(rank(session, "known", 0, 1, 2)).hasStatus(409);
        assertThat(rank(session, "unknown", 0, 1, 2)).hasStatus(409);
    }

    @Test
    void whateverHappensAnAcknowledgementHasARowAndALetterAndARefusalNeither() {
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (var rule : Rule.values()) {
            for (var round = 0; round < 3; round++) {
                settle();
                new Walk(fixtures.open(ConsultationFixtures.ARIEGE, 1 + random.nextInt(2), rule, false), random, seed)
                        .go();
            }
        }
    }

    /// One session, from its first registration to its end.
    private final class Walk {
        private static final List<String> NAMES = List.of("ana", "bob", "cid", "dan", "eve");

        private final Session session;
        private final Random random;
        private final String seed;

        Walk(Session session, Random random, long seed) {
            this.session = session;
            this.random = random;
            this.seed = "seed " + seed;
        }

        void go() {
            steps(14);
            fixtures.close(session);
            steps(4);
            fixtures.seat(session);
            steps(20);
            if (random.nextBoolean()) {
                fixtures.cancel(session);
                steps(4);
            }
        }

        private void steps(int count) {
            for (var step = 0; step < count; step++) {
                act(NAMES.get(random.nextInt(NAMES.size())));
                assertThat(taken()).as(seed).allMatch(fits -> fits);
            }
        }

        private List<Boolean> taken() {
            var taken = rows.taken(session.id());
            return fixtures.workshops(session).stream()
                    .map(workshop -> taken.getOrDefault(workshop.id(), 0) <= workshop.seats())
                    .toList();
        }

        private void act(String name) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> join(name);
                case 4 -> add(name);
                case 5, 6 -> leave(name);
                case 7 -> erase(name);
                case 8 -> retake(name);
                default -> {
                    if (random.nextInt(4) == 0) {
                        fixtures.remove(session, any().id());
                    }
                }
            }
        }

        private Workshop any() {
            var all = fixtures.workshops(session);
            return all.get(random.nextInt(all.size()));
        }

        private void join(String name) {
            var before = books();
            var known = !standing(session, name).isEmpty();
            var answer = site.send(Browsing.NOBODY, session.path() + "/inscription", form(mail(name)));
            if (isRefused(answer)) {
                assertThat(books()).as(seed).isEqualTo(before);
            } else if (known) {
                assertThat(books().people()).as(seed).isEqualTo(before.people());
                assertThat(lastLetter(name)).as(seed).isNotEmpty();
            } else {
                assertThat(standing(session, name)).as(seed).hasSize(1);
                assertThat(lastLetter(name))
                        .as(seed)
                        .contains(standing(session, name).getFirst().pseudonym());
            }
        }

        private void add(String name) {
            rows.findByMail(session.id(), mail(name)).ifPresent(party -> {
                var before = books();
                var standing = party.standing().size();
                var answer = site.send(Browsing.NOBODY, party.path() + "/personnes", form(mail(name)));
                if (isRefused(answer)) {
                    assertThat(books()).as(seed).isEqualTo(before);
                } else {
                    assertThat(standing(session, name)).as(seed).hasSize(standing + 1);
                    assertThat(standing(session, name))
                            .as(seed)
                            .allSatisfy(person -> assertThat(lastLetter(name)).contains(person.pseudonym()));
                }
            });
        }

        /// The seat may go to somebody of the same address at once, who is told after.
        private void leave(String name) {
            standing(session, name).stream().findFirst().ifPresent(person -> {
                var before = farewells(name);
                NotedTests.this.leave(party(session, name), person);
                assertThat(standing(session, name)).as(seed).doesNotContain(person);
                assertThat(farewells(name)).as(seed).isEqualTo(before + 1);
            });
        }

        private int farewells(String name) {
            return database.sql("""
                            select count(*)::int from notification.message
                            where recipient = ? and subject ~ 'ne (venez|vient) plus : '
                            """).param(mail(name)).query(Integer.class).single();
        }

        private void erase(String name) {
            rows.findByMail(session.id(), mail(name)).ifPresent(party -> {
                site.send(Browsing.NOBODY, party.path() + "/effacement");
                assertThat(rows.findByMail(session.id(), mail(name))).as(seed).isEmpty();
                assertThat(lastLetter(name)).as(seed).contains("tout est effacé");
                assertThat(site.open(Browsing.NOBODY, party.path())).hasStatus(410);
            });
        }

        /// Other wishes, or another seat.
        private void retake(String name) {
            standing(session, name).stream().findFirst().ifPresent(person -> {
                var before = books();
                var fields = new ArrayList<>(List.of(form(mail(name))));
                fields.addAll(List.of("lock", String.valueOf(person.lock())));
                var answer = site.send(
                        Browsing.NOBODY,
                        party(session, name).path() + "/personnes/" + person.id(),
                        fields.toArray(String[]::new));
                if (isRefused(answer)) {
                    assertThat(books()).as(seed).isEqualTo(before);
                } else if (!books().people().equals(before.people())) {
                    assertThat(books().letters()).as(seed).isGreaterThan(before.letters());
                }
            });
        }

        /// As its page sends it before and after the draw.
        private String[] form(String mail) {
            var fields = new ArrayList<>(
                    List.of("jeton", UUID.randomUUID().toString(), "courriel", mail, "qualite", "PUPIL"));
            var held = new ArrayList<>(fixtures.workshops(session).stream()
                    .filter(workshop -> !workshop.cancelled())
                    .toList());
            Collections.shuffle(held, random);
            held.forEach(workshop ->
                    fields.addAll(List.of("voeux", workshop.id().value().toString())));
            fields.addAll(List.of("atelier", any().id().value().toString()));
            return fields.toArray(String[]::new);
        }

        private Books books() {
            return new Books(
                    rows.people(session.id()),
                    database.sql("select count(*)::int from notification.message where recipient like ?")
                            .param("%@" + domain)
                            .query(Integer.class)
                            .single());
        }
    }

    private record Books(List<Participant> people, int letters) {}

    private static boolean isRefused(MvcTestResult answer) {
        var status = answer.getResponse().getStatus();
        assertThat(status).isIn(302, 409, 410, 422);
        return status != 302;
    }

    private Said said(Session session, int... order) {
        var all = fixtures.workshops(session);
        return new Said(
                Category.PUPIL,
                "",
                java.util.Arrays.stream(order)
                        .mapToObj(place -> all.get(place).id())
                        .toList(),
                null,
                "");
    }

    private MvcTestResult rank(Session session, String name, int... order) {
        var fields = new ArrayList<>(
                List.of("jeton", UUID.randomUUID().toString(), "courriel", mail(name), "qualite", "PUPIL"));
        said(session, order)
                .wishes()
                .forEach(wish -> fields.addAll(List.of("voeux", wish.value().toString())));
        return site.send(Browsing.NOBODY, session.path() + "/inscription", fields.toArray(String[]::new));
    }

    private MvcTestResult take(Session session, String name, int place) {
        return site.send(
                Browsing.NOBODY,
                session.path() + "/inscription",
                "jeton",
                UUID.randomUUID().toString(),
                "courriel",
                mail(name),
                "qualite",
                "PARENT",
                "atelier",
                fixtures.workshops(session).get(place).id().value().toString());
    }

    private void leave(Party party, Participant person) {
        assertThat(site.send(Browsing.NOBODY, party.path() + "/personnes/" + person.id() + "/retrait"))
                .hasStatus3xxRedirection();
    }

    private String mail(String name) {
        return name + "@" + domain;
    }

    private Party party(Session session, String name) {
        return rows.findByMail(session.id(), mail(name)).orElseThrow();
    }

    private List<Participant> standing(Session session, String name) {
        return rows.findByMail(session.id(), mail(name)).map(Party::standing).orElse(List.of());
    }

    private String lastLetter(String name) {
        return Objects.requireNonNull(database.sql("""
                        select coalesce((select subject || ' ' || text from notification.message
                            where recipient = ? order by created_at desc, id limit 1), '') it
                        """)
                .param(mail(name))
                .query((row, _) -> row.getString("it"))
                .single());
    }
}
