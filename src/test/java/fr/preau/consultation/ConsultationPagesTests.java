package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Browsing;
import fr.preau.account.TestPeople;
import fr.preau.allocation.Rule;
import fr.preau.territory.Territories;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The pages of consultations, asked as a browser asks them.
@PreauTest
class ConsultationPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private PartyRepository rows;

    private Browsing site;

    @BeforeEach
    void settle() {
        site = new Browsing(mvc);
    }

    @Test
    void aPrivateSessionIsJoinedByItsLinkOnly() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);

        assertThat(site.open(Browsing.NOBODY, session.path())).hasStatusOk();
        assertThat(site.open(Browsing.NOBODY, session.path() + "/inscription")).hasStatus(404);
        assertThat(site.open(Browsing.NOBODY, "/consultations/inscription/" + fixtures.key(session)))
                .hasStatusOk();
        assertThat(site.open(Browsing.NOBODY, "/consultations/inscription/" + "x".repeat(27)))
                .hasStatus(404);
    }

    @Test
    void aConsultationOfManySessionsIsReadPageByPageOrByTerritory() throws UnsupportedEncodingException {
        var consultation = fixtures.consultation();
        for (var made = 0; made < 21; made++) {
            fixtures.open(fixtures.draft(consultation, ConsultationFixtures.ARIEGE, 2, false), Rule.EQUITE);
        }
        var apart = fixtures.open(fixtures.draft(consultation, "DEPARTEMENT-31", 2, false), Rule.EQUITE);

        assertThat(sessions(Browsing.NOBODY, consultation.path())).isEqualTo(20);
        assertThat(sessions(Browsing.NOBODY, consultation.path() + "?page=2")).isEqualTo(2);
        assertThat(sessions(Browsing.NOBODY, consultation.path() + "?territoire=DEPARTEMENT-31"))
                .isEqualTo(1);
        assertThat(site.open(Browsing.NOBODY, consultation.path() + "?territoire=DEPARTEMENT-31"))
                .bodyText()
                .contains(apart.path());
        assertThat(sessions(Browsing.NOBODY, consultation.path() + "?territoire=LUNE-1&page=99"))
                .isEqualTo(2);
    }

    @Test
    void aCoordinatorFindsTheSessionsOfTheirTerritoryOnly() {
        var consultation = fixtures.consultation();
        var mine = fixtures.draft(consultation, ConsultationFixtures.ARIEGE, 2, false);
        var neighbours = fixtures.draft(consultation, "DEPARTEMENT-31", 2, false);
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());

        var page = site.open(
                coordinator, "/espace/consultations/" + consultation.id().value());

        assertThat(page).bodyText().contains(mine.deskPath()).doesNotContain(neighbours.deskPath());
    }

    @Test
    void anOpenThemeIsRewordedOrJoinedByOthersAndNeverTakenAway() {
        var before = fixtures.consultation();
        var names = before.themes().stream().map(Theme::name).toList();

        assertThat(change(before, names.getFirst() + "\n" + names.get(1)))
                .hasStatus(422)
                .bodyText()
                .contains(names.get(2) + " » est ouvert");
        assertThat(change(before, "Un mot pour un autre\n" + names.get(1) + "\n" + names.get(2)))
                .hasStatus3xxRedirection();

        assertThat(fixtures.again(before).themes())
                .extracting(Theme::code)
                .containsExactlyElementsOf(
                        before.themes().stream().map(Theme::code).toList());
        assertThat(fixtures.again(before).themes().getFirst().name()).isEqualTo("Un mot pour un autre");
    }

    private MvcTestResult change(Consultation consultation, String themes) {
        var typed = new ArrayList<String>();
        ConsultationForm.of(fixtures.again(consultation)).forEach((field, values) -> {
            typed.add(field);
            typed.add(
                    field.equals("themes") ? themes : field.equals("ouvert") ? "Tout est ouvert." : values.getFirst());
        });
        typed.add("lock");
        typed.add(String.valueOf(fixtures.again(consultation).lock()));
        return site.send(
                people.pilot(),
                ConsultationController.LIST + "/" + consultation.id().value(),
                typed.toArray(String[]::new));
    }

    private long sessions(RequestPostProcessor who, String address) throws UnsupportedEncodingException {
        return site.open(who, address)
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("<h3><a href=\"/consultations/sessions/"))
                .count();
    }

    @Test
    void aLinkThatWasChangedOpensNothing() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        var old = fixtures.key(session);
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());

        site.send(
                coordinator,
                session.deskPath() + "/lien",
                "jeton",
                UUID.randomUUID().toString());

        assertThat(site.open(Browsing.NOBODY, "/consultations/inscription/" + old))
                .hasStatus(404);
        assertThat(fixtures.key(session)).isNotNull().isNotEqualTo(old);
    }

    @Test
    void wishesOfAnotherSessionAreRefusedAndNothingIsWritten() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        var other = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        var foreign = fixtures.workshops(other).getFirst().id().value().toString();
        var own = fixtures.workshops(session);

        var answer = mvc.post()
                .uri("/consultations/inscription/" + fixtures.key(session))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .param("jeton", UUID.randomUUID().toString())
                .param("courriel", "quelquun@example.org")
                .param("qualite", "PUPIL")
                .param(
                        "voeux",
                        foreign,
                        own.get(1).id().value().toString(),
                        own.get(2).id().value().toString())
                .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("pas un atelier de cette session")
                .contains("quelquun@example.org");
        assertThat(rows.people(session.id())).isEmpty();
    }

    @Test
    void demandIsShownToNobodyBeforeTheWishesAreOver() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        fixtures.join(session, 0, 1, 2);
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());

        assertThat(site.open(coordinator, session.deskPath() + "/participants")).hasStatus(404);
        assertThat(site.open(Browsing.NOBODY, session.path() + "/voeux.csv")).hasStatus(404);
    }

    @Test
    void theRuleDoesNotChangeOnceOpen() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());

        site.send(coordinator, session.deskPath() + "/regle", "regle", "PREMIERS");

        assertThat(site.open(Browsing.NOBODY, session.path())).bodyText().contains("Équité");
    }

    @Test
    void theNeighbourDoesNotOpenTheDesk() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        var neighbour = people.coordinator(territories.departement("31").orElseThrow());

        assertThat(site.open(neighbour, session.deskPath())).hasStatus(403);
    }

    @Test
    void theAnswerNeverTellsWhetherAnAddressIsKnown() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        var known = fixtures.join(session, 0, 1, 2);

        var first = joined(session, "inconnu-%s@example.org".formatted(UUID.randomUUID()));
        var again = joined(session, String.valueOf(known.mail()));

        assertThat(first).isEqualTo(again);
        assertThat(rows.people(session.id())).hasSize(2);
    }

    private String joined(Session session, String mail) {
        var all = fixtures.workshops(session);
        var answer = mvc.post()
                .uri("/consultations/inscription/" + fixtures.key(session))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .param("jeton", UUID.randomUUID().toString())
                .param("courriel", mail)
                .param("qualite", "PUPIL")
                .param(
                        "voeux",
                        all.stream().map(one -> one.id().value().toString()).toArray(String[]::new))
                .exchange()
                .getResponse();
        return answer.getStatus() + " " + answer.getRedirectedUrl();
    }
}
