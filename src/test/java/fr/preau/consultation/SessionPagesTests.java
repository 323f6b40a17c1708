package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Browsing;
import fr.preau.account.TestPeople;
import fr.preau.allocation.Rule;
import fr.preau.territory.Territories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What the pages of a session say, to whom, and when.
@PreauTest
class SessionPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private Sessions sessions;

    @Autowired
    private DrawRepository records;

    @TempDir
    private Path folder;

    private Browsing site;
    private RequestPostProcessor coordinator;

    @BeforeEach
    void settle() {
        site = new Browsing(mvc);
        coordinator = people.coordinator(territories.departement("09").orElseThrow());
    }

    @Test
    void instructionsAndAgendaStandWhereverOnePreparesToCome() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        var party = fixtures.join(session, 0, 1, 2);

        for (var page : List.of(session.path(), session.path() + "/inscription", party.path())) {
            assertThat(site.open(Browsing.NOBODY, page))
                    .as(page)
                    .bodyText()
                    .contains("Consignes pratiques</h2>")
                    .contains("Apportez un masque.")
                    .contains("Restitution de tous les ateliers");
        }
        assertThat(site.open(coordinator, session.deskPath() + "/affiche"))
                .bodyText()
                .contains("Apportez un masque.")
                .contains("Restitution de tous les ateliers")
                .contains("Choisissez vos ateliers avant");
    }

    @Test
    void theShortCodeOfThePosterLeadsToTheFormUntilTheLinkChanges() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, true);
        var code = Objects.requireNonNull(code(session));

        assertThat(site.open(coordinator, session.deskPath() + "/affiche"))
                .bodyText()
                .contains("/venir/" + code);
        assertThat(site.open(Browsing.NOBODY, "/venir/" + code.toUpperCase(Locale.ROOT)))
                .hasRedirectedUrl("/consultations/inscription/" + fixtures.key(session));
        site.send(
                coordinator,
                session.deskPath() + "/lien",
                "jeton",
                UUID.randomUUID().toString());
        assertThat(site.open(Browsing.NOBODY, "/venir/" + code)).hasStatus(404);
        site.send(coordinator, session.deskPath() + "/lien/revocation");
        assertThat(code(session)).isNull();
        assertThat(site.open(coordinator, session.deskPath() + "/affiche")).hasStatusOk();
    }

    @Test
    void thePosterAndThePagesSayWhatIsSoAfterTheWishes() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        var party = fixtures.join(session, 0, 1, 2);
        var person = party.path() + "/personnes/" + party.people().getFirst().id();

        assertThat(site.open(Browsing.NOBODY, person + "/retrait"))
                .bodyText()
                .contains("aucune place n'est encore donnée");
        fixtures.close(session);
        assertThat(site.open(coordinator, session.deskPath() + "/affiche"))
                .bodyText()
                .contains("Les vœux sont clos")
                .doesNotContain("Choisissez vos ateliers avant");
        assertThat(site.open(Browsing.NOBODY, party.path()))
                .bodyText()
                .contains("Ils sont gelés")
                .doesNotContain("Vous pouvez les changer");
        fixtures.seat(session);
        assertThat(site.open(Browsing.NOBODY, session.path())).bodyText().doesNotContain("Fin des vœux");
        assertThat(site.open(coordinator, session.deskPath() + "/regle"))
                .bodyText()
                .contains("La règle de la session");
        assertThat(site.open(Browsing.NOBODY, person + "/retrait")).bodyText().contains("est rendue tout de suite");
    }

    @Test
    void needsAreReadBeforeTheDrawAndWishesAreNot() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        var wishes = fixtures.workshops(session).stream().map(Workshop::id).toList();
        fixtures.join(session, new Parties.Said(Category.PUPIL, "Zoé", wishes, null, "Langue des signes"));

        assertThat(site.open(coordinator, session.deskPath() + "/besoins"))
                .bodyText()
                .contains("Zoé")
                .contains("Langue des signes")
                .doesNotContain(fixtures.workshop(session).title());
        var neighbour = people.coordinator(territories.departement("31").orElseThrow());
        assertThat(site.open(neighbour, session.deskPath() + "/besoins")).hasStatus(403);
    }

    @Test
    void warnsOfADayOutsideTheCollectionAndTakesItWhenItIsMeant() {
        var session = fixtures.draft(fixtures.consultation(), ConsultationFixtures.ARIEGE, 2, false);
        var away = Map.of("jour", session.day().plusYears(2).toString());

        var warned = change(session, away);
        assertThat(warned.getResponse().getStatus()).isEqualTo(422);
        assertThat(Browsing.page(warned).text()).contains("en dehors du recueil");
        var meant = change(session, Map.of("jour", session.day().plusYears(2).toString(), "hors", "oui"));
        assertThat(meant.getResponse().getStatus()).isEqualTo(302);
    }

    @Test
    void theCategoryOfWhoHasNoKeptSeatIsNotPublished() throws Exception {
        var session = fixtures.draft(fixtures.consultation(), ConsultationFixtures.ARIEGE, 2, false);
        var workshop = fixtures.workshop(session);
        var fields = new ArrayList<String>();
        WorkshopForm.of(workshop).forEach((field, values) -> fields.addAll(List.of(field, values.getFirst())));
        fields.addAll(List.of("garde-PUPIL", "1", "lock", "0"));
        site.send(
                coordinator, session.deskPath() + "/ateliers/" + workshop.id().value(), fields.toArray(String[]::new));
        fixtures.open(session, Rule.EQUITE);
        var wishes = fixtures.workshops(session).stream().map(Workshop::id).toList();
        fixtures.join(session, new Parties.Said(Category.PUPIL, "", wishes, null, ""));
        fixtures.join(session, new Parties.Said(Category.TEACHER, "", wishes, null, ""));

        fixtures.seat(session);

        assertThat(site.open(Browsing.NOBODY, session.path() + "/voeux.csv"))
                .bodyText()
                .contains(",pupil,")
                .doesNotContain("teacher");
        assertThat(ConsultationFixtures.verified(
                        folder, records.record(session.id(), 1).orElseThrow()))
                .isZero();
    }

    @Test
    void filesAreSavedUnderTheNamesOfThePrintedCommands() {
        var session = fixtures.seated(ConsultationFixtures.ARIEGE);

        for (var file : List.of("voeux.csv", "places.csv", "tirages/1.json")) {
            assertThat(site.open(Browsing.NOBODY, session.path() + "/" + file)
                            .getResponse()
                            .getHeader("Content-Disposition"))
                    .contains("\"" + file.replace("tirages/1", "tirage-1") + "\"");
        }
        assertThat(site.open(Browsing.NOBODY, session.path() + "/tirage"))
                .bodyText()
                .contains("verify-allocation tirage-1.json")
                .contains("/aide/places#programme");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult change(
            Session session, Map<String, String> otherwise) {
        var fields = new ArrayList<String>();
        var form = new java.util.LinkedHashMap<String, String>();
        SessionForm.of(session).forEach((field, values) -> form.put(field, values.getFirst()));
        form.putAll(otherwise);
        form.put("lock", String.valueOf(session.lock()));
        form.forEach((field, value) -> fields.addAll(List.of(field, value)));
        return site.send(coordinator, session.deskPath() + "/modifier", fields.toArray(String[]::new));
    }

    private @org.jspecify.annotations.Nullable String code(Session session) {
        return sessions.find(session.id()).orElseThrow().joining().code();
    }
}
