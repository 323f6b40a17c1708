package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.allocation.Rule;
import fr.preau.consultation.Parties.Said;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What those who take part are written: who, what changed, and what is true now.
@PreauTest
class PartyLettersTests {
    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private Parties parties;

    @Autowired
    private SessionDesk desk;

    @Autowired
    private SessionRepository sessions;

    @Autowired
    private JdbcClient database;

    @Test
    void repeatsTheWishesInOrderWithTheCodeOfTheDoor() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        var party = fixtures.join(session, 2, 0, 1);
        var titles = fixtures.workshops(session).stream().map(Workshop::title).toList();

        assertThat(last(party).text())
                .containsSubsequence("vœu 1, " + titles.get(2), "vœu 2, " + titles.get(0), "vœu 3, " + titles.get(1))
                .contains("code à dire à l'accueil : " + only(party).pseudonym());
    }

    @Test
    void whoLeavesReadsThatTheyDoNotComeAnyMore() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        var party = fixtures.join(session, 0, 1, 2);
        fixtures.seat(session);

        parties.withdraw(party, only(party));

        assertThat(last(party).subject()).startsWith("Vous ne venez plus");
        assertThat(last(party).text())
                .contains("Vous ne venez plus. Votre place est rendue")
                .contains(fixtures.workshop(session).title())
                .doesNotContain("masque")
                .doesNotContain("telle qu'elle est maintenant");
    }

    @Test
    void saysWhoOfAGroupLeaves() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        var party = fixtures.join(session, said(session, "Lucas"));
        parties.add(party, said(session, "Zoé"), UUID.randomUUID());

        parties.withdraw(party, named(party, "Lucas"));

        assertThat(last(party).subject()).startsWith("Lucas ne vient plus");
        assertThat(last(party).text()).contains("Zoé").contains("Apportez un masque");
    }

    @Test
    void aClassIsOneLetterThatNamesEveryone() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 40, Rule.EQUITE, false);
        var party = fixtures.join(session, said(session, "Élève 1"));

        IntStream.rangeClosed(2, 30)
                .forEach(number -> parties.add(party, said(session, "Élève " + number), UUID.randomUUID()));

        assertThat(letters(party))
                .extracting(Letter::subject)
                .hasSize(2)
                .first()
                .asString()
                .contains("vœux de 30");
        assertThat(fixtures.again(party).people())
                .hasSize(30)
                .allSatisfy(person -> assertThat(last(party).text()).contains(person.pseudonym()));
    }

    @Test
    void aSeatNobodyAskedForIsNotCalledPreferred() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.TIRAGE, false);
        var all = IntStream.range(0, 5).mapToObj(_ -> fixtures.join(session, 0)).toList();
        fixtures.seat(session);
        var beyond = all.stream()
                .filter(party -> only(party).seat() != null && only(party).rank() == null)
                .findFirst()
                .orElseThrow();
        var without = all.stream().filter(party -> only(party).seat() == null).toList();

        parties.withdraw(beyond, only(beyond));

        var given = without.stream()
                .filter(party -> only(party).seat() != null)
                .findFirst()
                .orElseThrow();
        assertThat(last(given).subject()).contains("la voulez-vous ?");
        assertThat(last(given).text())
                .contains("que vous n'aviez pas demandé")
                .contains("rendez-la")
                .doesNotContain("préfériez");
    }

    @Test
    void saysInTheSubjectThatThereIsNoSeat() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, false);
        var all = IntStream.range(0, 4)
                .mapToObj(_ -> fixtures.join(session, 0, 1, 2))
                .toList();
        fixtures.seat(session);

        for (var party : all) {
            assertThat(last(party).subject())
                    .startsWith(only(party).seat() == null ? "Aucune place dans vos vœux" : "Votre atelier");
        }
    }

    @Test
    void aLateComerWithASeatReadsOfASeat() {
        var session = fixtures.seat(fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, false));
        var seat = fixtures.workshop(session).id();

        var late = fixtures.join(session, new Said(Category.PARENT, "", List.of(), seat, ""));

        assertThat(last(late).subject()).startsWith("Votre place est réservée");
        assertThat(last(late).text()).contains(fixtures.workshop(session).title());
    }

    @Test
    void saysWhatMovedFromWhatToWhat() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, false);
        var party = fixtures.join(session, 0, 1, 2);
        var now = sessions.find(session.id()).orElseThrow();

        desk.change(new Session(
                now.id(),
                now.consultation(),
                now.territory(),
                now.title(),
                now.where(),
                now.day().plusDays(7),
                now.zone(),
                now.joining(),
                now.drawing(),
                now.steps(),
                now.state(),
                now.lock()));

        assertThat(last(party).subject()).startsWith("Changement de date : ");
        assertThat(last(party).text())
                .contains("avant, " + fr.preau.web.French.day(now.day()))
                .contains("maintenant, " + fr.preau.web.French.day(now.day().plusDays(7)));
    }

    @Test
    void whoTakesAnotherSeatReadsWhichOneIsGivenBack() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 1, Rule.EQUITE, false);
        var party = fixtures.join(session, 0, 1, 2);
        fixtures.seat(session);
        var all = fixtures.workshops(session);

        parties.take(party, only(party), all.get(2).id(), only(party).lock());

        assertThat(last(party).subject()).startsWith("Vous changez d'atelier");
        assertThat(last(party).text())
                .contains(all.get(2).title())
                .contains("Celle de « " + all.get(0).title());
    }

    private Said said(Session session, String called) {
        return new Said(
                Category.PUPIL,
                called,
                fixtures.workshops(session).stream().map(Workshop::id).toList(),
                null,
                "");
    }

    private Participant only(Party party) {
        return fixtures.again(party).people().getFirst();
    }

    private Participant named(Party party, String called) {
        return fixtures.again(party).people().stream()
                .filter(person -> person.called().equals(called))
                .findFirst()
                .orElseThrow();
    }

    private record Letter(String subject, String text) {}

    private Letter last(Party party) {
        return letters(party).getFirst();
    }

    private List<Letter> letters(Party party) {
        return database.sql(
                        "select subject, text from notification.message where recipient = ? order by created_at desc")
                .param(party.mail())
                .query((row, _) -> new Letter(row.getString("subject"), row.getString("text")))
                .list();
    }
}
