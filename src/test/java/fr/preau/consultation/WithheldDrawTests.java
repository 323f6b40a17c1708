package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.allocation.Allocation;
import fr.preau.allocation.Rule;
import fr.preau.consultation.DrawRepository.Kind;
import fr.preau.consultation.Parties.Said;
import fr.preau.verification.Fault;
import fr.preau.verification.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A part of a draw that the verifier refuses is withheld; the rest is given and published. Our own solver was never
/// seen to be refused, so a severe auditor stands in for the day it is.
@PreauTest
class WithheldDrawTests {
    private static final String VALUE = "4 12 23 31 45";

    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private SessionRepository sessions;

    @Autowired
    private WorkshopRepository workshops;

    @Autowired
    private PartyRepository rows;

    @Autowired
    private DrawRepository records;

    @Autowired
    private Pass.Maker passes;

    @Autowired
    private Heralds heralds;

    @Autowired
    private Clock clock;

    @Autowired
    private Draws draws;

    @Autowired
    private Parties parties;

    @Autowired
    private Reasons reasons;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path folder;

    private Session session;
    private Party apart;
    private Party linked;

    /// One wishes for the first workshop only, the other for the two that follow: two parts.
    @BeforeEach
    void twoParts() {
        session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, true);
        apart = fixtures.join(session, 0);
        linked = fixtures.join(session, 1, 2);
        fixtures.close(session);
    }

    private Outcome runRefusing(Predicate<Report.Part> refused) {
        var severe = new Auditor() {
            @Override
            Report verify(Allocation allocation, String seed) {
                var report = super.verify(allocation, seed);
                var faults = new ArrayList<>(report.faults());
                report.parts().stream()
                        .filter(refused)
                        .forEach(part -> faults.add(new Fault(part.number(), Fault.Kind.CAPACITY, "atelier-1")));
                return new Report(report.parts(), faults);
            }
        };
        var harsh = new Draws(sessions, workshops, rows, records, severe, passes, heralds, clock);
        return transaction.execute(_ -> harsh.run(session.id(), VALUE));
    }

    private Outcome runRefusingTheFirstWorkshop() {
        return runRefusing(part -> part.workshops().contains("atelier-1"));
    }

    @Test
    void theRestIsSeatedAndPublishedAndStandsTheAuditorsCommand() throws Exception {
        assertThat(runRefusingTheFirstWorkshop()).isInstanceOf(Outcome.Done.class);

        assertThat(only(apart).seat()).isNull();
        assertThat(only(linked).rank()).isEqualTo(1);
        assertThat(fixtures.workshops(session))
                .extracting(Workshop::state)
                .containsExactly(Workshop.State.WITHHELD, Workshop.State.HELD, Workshop.State.HELD);
        var record = records.record(session.id(), 1).orElseThrow();
        assertThat(ConsultationFixtures.verified(folder, record)).isZero();
        assertThat(record).doesNotContain("atelier-1", only(apart).pseudonym());
    }

    @Test
    void thoseConcernedAreToldThatTheirSeatIsYetToCome() {
        runRefusingTheFirstWorkshop();

        assertThat(letters(apart)).contains("pas encore de place");
        assertThat(letters(linked)).doesNotContain("pas encore de place").contains("votre premier vœu");
        assertThat(reasons.of(session.id(), only(apart))).isEmpty();
    }

    @Test
    void nobodyTakesAWithheldSeatMeanwhile() {
        runRefusingTheFirstWorkshop();
        var withheld = fixtures.workshops(session).getFirst().id();

        assertThat(parties.take(linked, only(linked), withheld, only(linked).lock()))
                .isInstanceOf(Outcome.Full.class);
        assertThat(parties.add(linked, new Said(Category.PARENT, "", List.of(), withheld, ""), UUID.randomUUID()))
                .isInstanceOf(Outcome.Full.class);
        parties.withdraw(linked, only(linked));

        assertThat(rows.taken(session.id())).isEmpty();
    }

    @Test
    void theSameDrawMadeAgainSeatsThoseWhoWaited() throws Exception {
        runRefusingTheFirstWorkshop();

        assertThat(draws.run(session.id(), "another value")).isInstanceOf(Outcome.Done.class);

        assertThat(only(apart).rank()).isEqualTo(1);
        assertThat(only(linked).rank()).isEqualTo(1);
        assertThat(fixtures.workshops(session)).noneMatch(Workshop::withheld);
        assertThat(records.of(session.id()))
                .extracting(DrawRepository.Made::kind, DrawRepository.Made::publicValue)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.FIRST, VALUE),
                        org.assertj.core.groups.Tuple.tuple(Kind.FIRST, VALUE));
        assertThat(ConsultationFixtures.verified(
                        folder, records.record(session.id(), 2).orElseThrow()))
                .isZero();
        assertThat(letters(apart)).contains("votre premier vœu");
    }

    @Test
    void refusedAgainNothingChanges() {
        runRefusingTheFirstWorkshop();

        assertThat(runRefusingTheFirstWorkshop()).isInstanceOf(Outcome.Refused.class);

        assertThat(records.of(session.id())).hasSize(1);
        assertThat(only(apart).seat()).isNull();
    }

    @Test
    void aDrawRefusedWholeGivesNoSeatAndIsNotKept() {
        assertThat(runRefusing(_ -> true)).isInstanceOf(Outcome.Refused.class);

        assertThat(records.of(session.id())).isEmpty();
        assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(Session.State.CLOSED);
        assertThat(rows.taken(session.id())).isEmpty();
    }

    private String letters(Party party) {
        return database.sql(
                        "select coalesce(string_agg(text, ' | '), '') it from notification.message where recipient = ?")
                .param(party.mail())
                .query((row, _) -> row.getString("it"))
                .single();
    }

    private Participant only(Party party) {
        return fixtures.again(party).people().getFirst();
    }
}
