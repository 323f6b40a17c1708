package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Browsing;
import fr.preau.allocation.Rule;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// « Ce lien n'ouvrira plus rien », and nothing tells any more whose a pseudonym is.
@PreauTest
class ErasedLinkTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private Parties parties;

    @Autowired
    private PartyRepository rows;

    @Autowired
    private JdbcClient database;

    private Browsing site;
    private Session session;
    private Party party;
    private Participant person;

    @BeforeEach
    void eraseOne() {
        site = new Browsing(mvc);
        session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        party = fixtures.join(session, 0, 1, 2);
        person = party.people().getFirst();
        site.send(Browsing.NOBODY, party.path() + "/effacement");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/donnees.json",
                "/effacement",
                "/personnes/nouvelle",
                "/personnes/{person}",
                "/personnes/{person}/retrait",
                "/personnes/{person}/pourquoi"
            })
    void everyPageBehindItIsGone(String page) {
        assertThat(site.open(
                        Browsing.NOBODY,
                        party.path() + page.replace("{person}", person.id().toString())))
                .hasStatus(410)
                .bodyText()
                .contains("est effacée")
                .doesNotContain(person.pseudonym());
    }

    @Test
    void nobodyIsAddedBehindIt() {
        assertThat(site.send(
                        Browsing.NOBODY,
                        party.path() + "/personnes",
                        "jeton",
                        UUID.randomUUID().toString(),
                        "qualite",
                        "PUPIL"))
                .hasStatus(410);
        assertThat(parties.add(
                        party,
                        new Parties.Said(Category.PUPIL, "Fantôme", person.wishes(), null, ""),
                        UUID.randomUUID()))
                .as("by a page opened before")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(rows.people(session.id())).hasSize(1);
    }

    @Test
    void nothingKeptTellsWhoseThePseudonymIs() {
        assertThat(count("select count(*)::int from consultation.party where link_key = ? or mail = ?"))
                .isZero();
        assertThat(database.sql("select count(*)::int from notification.message where about = ? or text like ?")
                        .params(party.id(), "%" + person.pseudonym() + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select text from notification.message where recipient = ?")
                        .param(party.mail())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("Vous ne venez plus")
                .doesNotContain(party.key());
    }

    @Test
    void theSameAddressMayComeBackAsSomebodyNew() {
        parties.join(
                session.id(),
                new fr.preau.account.MailAddress(Objects.requireNonNull(party.mail())),
                new Parties.Said(Category.PUPIL, "", person.wishes(), null, ""),
                UUID.randomUUID(),
                "erased");

        var again = rows.findByMail(session.id(), Objects.requireNonNull(party.mail()))
                .orElseThrow();
        assertThat(again.key()).isNotEqualTo(party.key());
        assertThat(again.people())
                .singleElement()
                .extracting(Participant::pseudonym)
                .isNotEqualTo(person.pseudonym());
    }

    @Test
    void whatEndsThirtyDaysAfterTheSessionIsGoneTheSameWay() {
        var other = fixtures.join(session, 0, 1, 2);

        parties.forgetWho(other);

        assertThat(site.open(Browsing.NOBODY, other.path())).hasStatus(410);
        assertThat(fixtures.workshops(session)).isNotEmpty();
        assertThat(rows.people(session.id())).filteredOn(Participant::stands).hasSize(1);
    }

    private int count(String sql) {
        return database.sql(sql)
                .params(party.key(), Objects.requireNonNull(party.mail()))
                .query(Integer.class)
                .single();
    }
}
