package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.allocation.Rule;
import fr.preau.consultation.DrawRepository.Kind;
import fr.preau.consultation.Parties.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// After the draw: people leave, workshops are cancelled, and nobody loses the seat they had.
@PreauTest
class PassTests {
    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private DrawRepository records;

    @Autowired
    private Parties parties;

    @Autowired
    private PartyRepository rows;

    @Autowired
    private Reasons reasons;

    @Autowired
    private JdbcClient database;

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
    void whoTookAFreeSeatByChoiceKeepsItWhateverComesFree() {
        for (var rule : Rule.values()) {
            var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, rule, true);
            var one = fixtures.join(session, 0, 1, 2);
            fixtures.seat(session);
            var chosen = fixtures.workshops(session).get(2).id();

            parties.take(one, only(one), chosen, only(one).lock());

            assertThat(only(one).seat()).as("%s", rule).isEqualTo(chosen);
        }
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
    void cancellingAWorkshopSeatsItsPeopleElsewhereAndLeavesTheOthers() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        var moved = fixtures.join(session, 0, 1, 2);
        var other = fixtures.join(session, 1, 2, 0);
        fixtures.seat(session);

        fixtures.remove(session, fixtures.workshops(session).getFirst().id());

        assertThat(only(moved).seat())
                .isEqualTo(fixtures.workshops(session).get(1).id());
        assertThat(only(moved).rank()).isEqualTo(2);
        assertThat(only(other).rank()).isEqualTo(1);
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

        fixtures.remove(session, cancelled);

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

    private Participant only(Party party) {
        return fixtures.again(party).people().getFirst();
    }
}
