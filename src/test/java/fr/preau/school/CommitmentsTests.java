package fr.preau.school;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.AccountRemoved;
import fr.preau.account.Person;
import fr.preau.account.Viewer;
import fr.preau.programme.EditionId;
import fr.preau.retention.Kept;
import fr.preau.school.SchoolJournal.Action;
import fr.preau.territory.School;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PreauTest
@RecordApplicationEvents
class CommitmentsTests {
    @Autowired
    private SchoolGround ground;

    @Autowired
    private Commitments commitments;

    @Autowired
    private Recommendations recommendations;

    @Autowired
    private SchoolJournal journal;

    @Autowired
    private StaffRecords records;

    @Autowired
    private ProgrammeRetention retention;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents news;

    private School school;
    private EditionId edition;
    private Viewer head;
    private Viewer teacher;

    @BeforeEach
    void settle() {
        school = ground.school();
        edition = ground.edition().id();
        head = ground.viewer(ground.head(school));
        teacher = ground.viewer(ground.teacher(school));
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void tellsStaffWhatIsKeptOfThemUntilTheyGo() {
        var event = ground.event("Portes ouvertes", 3).now();
        commitments.commit(edition, school.uai(), head);
        recommendations.write(edition, school.uai(), event.id(), "Allez-y.", head);
        var mail = Objects.requireNonNull(head.mail());

        assertThat(records.about(new Person(head.person(), mail, head.name())))
                .flatExtracting(Kept::entries)
                .extracting(SequencedMap::values)
                .anySatisfy(values ->
                        assertThat(values.toString()).contains(school.uai().value(), "a inscrit la semaine"))
                .anySatisfy(values -> assertThat(values.toString()).contains("Portes ouvertes", "Allez-y."));
        records.on(new AccountRemoved(head.person(), mail));
        assertThat(journal.of(edition, school.uai())).extracting("actor").containsExactly("compte supprimé");
    }

    @Test
    void commitsOnceAndSaysSoOnce() {
        commitments.commit(edition, school.uai(), head);
        commitments.commit(edition, school.uai(), head);

        assertThat(commitments.committed(edition)).contains(school.uai());
        assertThat(news.stream(SchoolCommitted.class).filter(one -> one.school().equals(school.uai())))
                .hasSize(1)
                .allMatch(one -> one.edition().equals(edition));
        assertThat(journal.of(edition, school.uai()))
                .singleElement()
                .matches(line ->
                        line.action() == Action.COMMITTED && line.actor().equals(head.name()));
    }

    @Test
    void withdrawsWithItsPageAndKeepsWhatWasAdvised() {
        publish(Visibility.LINK);
        var event = ground.event("Robots", 1).now();
        recommendations.write(edition, school.uai(), event.id(), "Allez-y.", head);
        var key = commitment().key();

        commitments.withdraw(edition, school.uai(), head);
        commitments.withdraw(edition, school.uai(), head);

        assertThat(commitments.committed(edition)).doesNotContain(school.uai());
        assertThat(commitments.findByKey(String.valueOf(key))).isEmpty();
        assertThat(news.stream(SchoolWithdrew.class).filter(one -> one.school().equals(school.uai())))
                .hasSize(1);
        assertThat(recommendations.find(edition, school.uai(), event.id()))
                .hasValueSatisfying(advice -> assertThat(advice.waits()).isTrue());
    }

    @Test
    void publishesOnlyWhatTheHeadHadRead() {
        commitments.commit(edition, school.uai(), head);
        var before = ground.event("Avant", 1).now();
        var after = ground.event("Après", 1).now();
        recommendations.write(edition, school.uai(), before.id(), "Lu.", teacher);
        var read = clock.instant();
        recommendations.write(edition, school.uai(), after.id(), "Pas lu.", teacher);

        commitments.publish(commitment(), Visibility.PUBLIC, read, head);

        assertThat(recommendations
                        .find(edition, school.uai(), before.id())
                        .orElseThrow()
                        .shown())
                .isEqualTo("Lu.");
        assertThat(recommendations
                        .find(edition, school.uai(), after.id())
                        .orElseThrow()
                        .shown())
                .isNull();
    }

    @Test
    void goesOnShowingTheOldSentenceUntilTheNewOneIsPublished() {
        commitments.commit(edition, school.uai(), head);
        var event = ground.event("Robots", 1).now();
        recommendations.write(edition, school.uai(), event.id(), "Avant.", teacher);
        publish(Visibility.PUBLIC);

        recommendations.write(edition, school.uai(), event.id(), "Après.", teacher);

        var advice = recommendations.find(edition, school.uai(), event.id()).orElseThrow();
        assertThat(advice.shown()).isEqualTo("Avant.");
        assertThat(advice.waits()).isTrue();
        recommendations.write(edition, school.uai(), event.id(), "Mot de la direction.", head);
        assertThat(recommendations.find(edition, school.uai(), event.id()).orElseThrow())
                .matches(one -> !one.waits() && one.author().equals(teacher.person()));
    }

    @Test
    void leavesAColleaguesRecommendationToThem() {
        var event = ground.event("Robots", 1).now();
        var colleague = ground.viewer(ground.teacher(school));
        recommendations.write(edition, school.uai(), event.id(), "La mienne.", teacher);

        assertThat(recommendations.write(edition, school.uai(), event.id(), "La nôtre.", colleague))
                .isInstanceOf(Advice.Colleagues.class);
        assertThat(recommendations
                        .find(edition, school.uai(), event.id())
                        .orElseThrow()
                        .sentence())
                .isEqualTo("La mienne.");
    }

    @Test
    void drawsOneNewLinkHoweverOftenItsFormIsSent() {
        publish(Visibility.LINK);
        var old = commitment();
        var form = UUID.randomUUID();

        assertThat(commitments.changeLink(old, form, head)).isTrue();
        var fresh = commitment().key();
        assertThat(commitments.changeLink(old, form, head)).isFalse();

        assertThat(commitment().key()).isEqualTo(fresh).isNotEqualTo(old.key());
        assertThat(commitments.findByKey(String.valueOf(old.key()))).isEmpty();
        assertThat(commitments.findByKey(String.valueOf(fresh))).isPresent();
    }

    @Test
    void opensNoDraftByItsOldLinkAndAllWhatIsPublic() {
        publish(Visibility.LINK);
        var key = String.valueOf(commitment().key());

        publish(Visibility.DRAFT);
        assertThat(commitments.findByKey(key)).isEmpty();
        publish(Visibility.PUBLIC);
        assertThat(commitments.findByKey(key)).isPresent();
    }

    @Test
    void forgetsWhoAndWhatWasAdvisedAfterAYearAndKeepsThatTheSchoolTookPart() {
        publish(Visibility.PUBLIC);
        var event = ground.event("Robots", 1).now();
        recommendations.write(edition, school.uai(), event.id(), "Allez-y.", teacher);

        clock.advance(Duration.ofDays(364));
        forget(clock.instant());
        assertThat(recommendations.find(edition, school.uai(), event.id())).isPresent();
        clock.advance(Duration.ofDays(3));
        assertThat(retention.due(clock.instant())).isPositive();
        forget(clock.instant());

        assertThat(retention.due(clock.instant())).isZero();
        assertThat(recommendations.find(edition, school.uai(), event.id())).isEmpty();
        assertThat(journal.of(edition, school.uai())).isEmpty();
        assertThat(commitments.committed(edition)).contains(school.uai());
        assertThat(jdbc.sql("select count(*) from school.commitment where uai = ? and committed_by is null")
                        .param(school.uai().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void forget(Instant now) {
        while (retention.forget(now, 100) == 100) {
            // as the night does
        }
    }

    private void publish(Visibility visibility) {
        commitments.commit(edition, school.uai(), head);
        commitments.publish(commitment(), visibility, clock.instant(), head);
    }

    private Commitment commitment() {
        return commitments.find(edition, school.uai()).orElseThrow();
    }
}
