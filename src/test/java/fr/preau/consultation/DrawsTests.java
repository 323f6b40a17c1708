package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.allocation.Rule;
import fr.preau.consultation.Parties.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// From wishes to seats.
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
    private Reasons reasons;

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

        assertThat(ConsultationFixtures.verified(
                        folder, records.record(session.id(), 1).orElseThrow()))
                .isZero();
        var late = fixtures.join(
                session,
                new Said(
                        Category.PARENT,
                        "",
                        List.of(),
                        fixtures.workshops(session).getFirst().id(),
                        ""));
        assertThat(only(late).seat()).isNotNull();
        fixtures.remove(session, fixtures.workshops(session).getFirst().id());
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

        assertThat(ConsultationFixtures.verified(folder, record)).isZero();
        assertThat(ConsultationFixtures.verified(
                        folder, record.replaceFirst("\"workshop\":\\s*\"atelier-2\"", "\"workshop\":\"atelier-3\"")))
                .as("one seat changed")
                .isEqualTo(1);
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
