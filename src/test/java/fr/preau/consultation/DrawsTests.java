package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.allocation.Rule;
import fr.preau.audit.Audit;
import fr.preau.consultation.DrawRepository.Kind;
import fr.preau.consultation.Parties.Said;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From wishes to seats, and what happens when people leave.
@PreauTest
class DrawsTests {
    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private Draws draws;

    @Autowired
    private DrawRepository records;

    @Autowired
    private Parties parties;

    @Autowired
    private PartyRepository rows;

    @Autowired
    private SessionDesk desk;

    @Autowired
    private Reasons reasons;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path folder;

    @Test
    void refusesTheDrawBeforeTheWishesAreOver() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);

        assertThat(draws.run(session.id(), "12")).isInstanceOf(Outcome.Refused.class);
        assertThat(records.of(session.id())).isEmpty();
    }

    @Test
    void publishesTheHashOfTheWishesBeforeTheDraw() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        fixtures.join(session, 0, 1, 2);

        var closed = fixtures.close(session);

        assertThat(closed.state()).isEqualTo(Session.State.CLOSED);
        assertThat(closed.drawing().frozenHash()).hasSize(64);
        assertThat(records.frozen(session.id()).orElseThrow().hash(Rule.EQUITE))
                .isEqualTo(closed.drawing().frozenHash());
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aSessionWithNobodyIsDrawnAllTheSame(Rule rule) throws Exception {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, rule, true);

        assertThat(fixtures.seat(session).state()).isEqualTo(Session.State.SEATED);

        assertThat(verified(records.record(session.id(), 1).orElseThrow())).isZero();
        var late = fixtures.join(
                session,
                new Said(
                        Category.PARENT,
                        "",
                        List.of(),
                        fixtures.workshops(session).getFirst().id(),
                        ""));
        assertThat(only(late).seat()).isNotNull();
        desk.remove(session.id(), fixtures.workshops(session).getFirst().id());
        assertThat(only(late).seat() != null)
                .as("only the lottery seats people beyond their lists")
                .isEqualTo(rule == Rule.TIRAGE);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void seatsPeopleOnTheirWishesWithinTheSeats(Rule rule) {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, rule, true);
        var people = List.of(
                fixtures.join(session, 0, 1, 2), fixtures.join(session, 0, 1, 2), fixtures.join(session, 0, 2, 1));

        fixtures.seat(session);

        assertThat(rows.taken(session.id()).values()).allMatch(taken -> taken <= 2);
        assertThat(people)
                .allSatisfy(party -> assertThat(only(party).rank()).as("rank").isBetween(1, 2));
        assertThat(people.stream().filter(party -> Objects.equals(only(party).rank(), 1)))
                .hasSize(2);
    }

    @Test
    void theRecordStandsTheAuditorsCommand() throws Exception {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, true);
        fixtures.join(session, 0, 1, 2);
        fixtures.join(session, 0, 1, 2);
        fixtures.seat(session);
        var record = records.record(session.id(), 1).orElseThrow();

        assertThat(verified(record)).isZero();
        assertThat(verified(record.replaceFirst("\"workshop\":\\s*\"atelier-2\"", "\"workshop\":\"atelier-3\"")))
                .as("one seat changed")
                .isEqualTo(1);
    }

    private int verified(String record) throws Exception {
        var file = Files.writeString(folder.resolve("tirage.json"), record);
        var out = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return Audit.run("verify-allocation", List.of(file.toString()), out, out);
    }

    @Test
    void aWithdrawalGivesTheSeatToWhoPrefersItAndHarmsNobody() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, true);
        var one = fixtures.join(session, 0, 1, 2);
        var two = fixtures.join(session, 0, 1, 2);
        fixtures.seat(session);
        var first = Objects.equals(only(one).rank(), 1) ? one : two;
        var second = first.equals(one) ? two : one;

        parties.withdraw(first, only(first));

        assertThat(only(second).rank()).isEqualTo(1);
        assertThat(records.of(session.id()))
                .extracting(DrawRepository.Made::kind)
                .containsExactly(Kind.FIRST, Kind.PASS);
    }

    @Test
    void everybodyAfterTheOneWhoLeavesMovesUpAndIsTold() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, true);
        var three = List.of(
                fixtures.join(session, 0, 1, 2), fixtures.join(session, 0, 1, 2), fixtures.join(session, 0, 1, 2));
        fixtures.seat(session);
        var first = three.stream()
                .filter(party -> Objects.equals(only(party).rank(), 1))
                .findFirst()
                .orElseThrow();

        parties.withdraw(first, only(first));

        var others = three.stream().filter(party -> !party.equals(first)).toList();
        assertThat(others.stream().map(party -> only(party).rank())).containsExactlyInAnyOrder(1, 2);
        assertThat(others).allSatisfy(party -> assertThat(letters(party)).contains("Une place que vous préfériez"));
    }

    private String letters(Party party) {
        return database.sql(
                        "select coalesce(string_agg(subject, ' | '), '') it from notification.message where recipient = ?")
                .param(party.mail())
                .query((row, _) -> row.getString("it"))
                .single();
    }

    @Test
    void whoLeftBeforeTheDrawStandsInTheRecordAndTakesNoSeat() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.TIRAGE, true);
        var stays = fixtures.join(session, 0, 1, 2);
        var leaves = fixtures.join(session, 0, 1, 2);
        fixtures.close(session);

        parties.withdraw(leaves, only(leaves));
        draws.run(session.id(), "12");

        assertThat(only(stays).rank()).isEqualTo(1);
        assertThat(rows.taken(session.id())).hasSize(1);
    }

    @Test
    void cancellingAWorkshopSeatsItsPeopleElsewhereAndLeavesTheOthers() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        var moved = fixtures.join(session, 0, 1, 2);
        var other = fixtures.join(session, 1, 2, 0);
        fixtures.seat(session);

        desk.remove(session.id(), fixtures.workshops(session).getFirst().id());

        assertThat(only(moved).seat())
                .isEqualTo(fixtures.workshops(session).get(1).id());
        assertThat(only(moved).rank()).isEqualTo(2);
        assertThat(only(other).rank()).isEqualTo(1);
    }

    @Test
    void whoComesLateTakesAFreeSeatAndNobodyElses() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, true);
        fixtures.join(session, 0, 1, 2);
        fixtures.seat(session);
        var all = fixtures.workshops(session);

        var late = fixtures.join(
                session, new Said(Category.PARENT, "", List.of(), all.get(1).id(), ""));

        assertThat(only(late).seat()).isEqualTo(all.get(1).id());
        assertThat(parties.add(
                        late,
                        new Said(Category.PARENT, "", List.of(), all.get(1).id(), ""),
                        UUID.randomUUID()))
                .isInstanceOf(Outcome.Full.class);
    }

    @Test
    void keepsTheBooksAndHarmsNobodyWhateverHappens() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var rule : Rule.values()) {
            for (var round = 0; round < 3; round++) {
                live(rule, random, "seed " + seed);
            }
        }
    }

    @Test
    void cancelledWorkshopsTakeNobodysSeatWhateverHappens() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var rule : Rule.values()) {
            for (var round = 0; round < 6; round++) {
                cancelOne(rule, random, "%s, seed %d".formatted(rule, seed));
            }
        }
    }

    /// Those of the cancelled workshop sit wherever there is room on their lists; late-comers and all others keep what
    /// they have, or better.
    private void cancelOne(Rule rule, Random random, String seed) {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, rule, true);
        for (var number = 0; number < 4; number++) {
            var order = new ArrayList<>(List.of(0, 1, 2));
            Collections.shuffle(order, random);
            fixtures.join(session, order.stream().mapToInt(each -> each).toArray());
        }
        fixtures.seat(session);
        var all = fixtures.workshops(session);
        var free = all.stream()
                .filter(workshop -> rows.taken(session.id()).getOrDefault(workshop.id(), 0) < workshop.seats())
                .toList();
        if (random.nextBoolean()) {
            fixtures.join(
                    session,
                    new Said(Category.PARENT, "", List.of(), free.getFirst().id(), ""));
        }
        var before = rows.people(session.id());
        var cancelled = all.get(random.nextInt(3)).id();

        desk.remove(session.id(), cancelled);

        var taken = rows.taken(session.id());
        assertThat(taken.values()).as(seed).allMatch(each -> each <= 2);
        for (var person : rows.people(session.id())) {
            var was = before.stream()
                    .filter(one -> one.id().equals(person.id()))
                    .findFirst()
                    .orElseThrow();
            if (!cancelled.equals(was.seat())) {
                assertThat(person.seat()).as(seed).isNotNull();
                assertThat(Objects.requireNonNullElse(person.rank(), 9))
                        .as(seed)
                        .isLessThanOrEqualTo(Objects.requireNonNullElse(was.rank(), 9));
            } else if (person.seat() == null) {
                assertThat(person.wishes())
                        .as("room is left, " + seed)
                        .allMatch(wish -> wish.equals(cancelled) || taken.getOrDefault(wish, 0) == 2);
            }
        }
    }

    /// Withdrawals and free seats in any order: never more people than seats, never a worse rank than before.
    private void live(Rule rule, Random random, String seed) {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, rule, true);
        var people = new ArrayList<Party>();
        for (var number = 0; number < 7; number++) {
            var order = new ArrayList<>(List.of(0, 1, 2));
            Collections.shuffle(order, random);
            people.add(
                    fixtures.join(session, order.stream().mapToInt(each -> each).toArray()));
        }
        fixtures.seat(session);
        Collections.shuffle(people, random);
        for (var leaver : people.subList(0, 4)) {
            var before = rows.people(session.id()).stream()
                    .filter(person -> person.rank() != null)
                    .collect(java.util.stream.Collectors.toMap(Participant::id, Participant::rank));
            parties.withdraw(leaver, only(leaver));
            check(session, before, seed);
        }
    }

    private void check(Session session, Map<UUID, Integer> before, String seed) {
        assertThat(rows.taken(session.id()).values()).as(seed).allMatch(taken -> taken <= 2);
        assertThat(rows.people(session.id()))
                .as(seed)
                .filteredOn(Participant::stands)
                .filteredOn(person -> before.containsKey(person.id()))
                .allSatisfy(person ->
                        assertThat(person.rank()).as(seed).isNotNull().isLessThanOrEqualTo(before.get(person.id())));
    }

    @Test
    void saysAfterAWithdrawalWhatStillKeepsSomeoneFromTheirFirstWish() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, true);
        var three = List.of(
                fixtures.join(session, 0, 1, 2), fixtures.join(session, 0, 1, 2), fixtures.join(session, 0, 1, 2));
        fixtures.seat(session);
        assertThat(reasons.now(session.id(), only(three.getFirst())))
                .as("before any pass")
                .isEmpty();

        var leaver = holding(three, 2);
        parties.withdraw(leaver, only(leaver));

        var second = holding(three, 2);
        assertThat(reasons.now(session.id(), only(second)))
                .singleElement()
                .satisfies(line -> assertThat(line.sentence()).contains("déjà placée y perde"));
        assertThat(reasons.now(session.id(), only(holding(three, 1)))).isEmpty();
    }

    private Party holding(List<Party> parties, int rank) {
        return parties.stream()
                .filter(party -> Objects.equals(only(party).rank(), rank))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysToEachWhyTheyHaveNotTheirFirstWish() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, true);
        var people = List.of(fixtures.join(session, 0, 1, 2), fixtures.join(session, 0, 1, 2));
        fixtures.seat(session);
        var second = people.stream()
                .filter(party -> Objects.equals(only(party).rank(), 2))
                .findFirst()
                .orElseThrow();

        var reason = reasons.of(session.id(), only(second)).orElseThrow();

        assertThat(reason.lines().getFirst().sentence()).contains("le tirage place avant vous");
        var held = Objects.requireNonNull(reason.lines().get(1).sum()).total();
        assertThat(reason.lines())
                .allSatisfy(line ->
                        assertThat(Objects.requireNonNull(line.sum()).total()).isGreaterThanOrEqualTo(held));
    }

    private Participant only(Party party) {
        return fixtures.again(party).people().getFirst();
    }
}
