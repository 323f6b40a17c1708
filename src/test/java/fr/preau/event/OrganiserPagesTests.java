package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Organisation;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.programme.EditionFixtures;
import fr.preau.web.French;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

@PreauTest
class OrganiserPagesTests {
    private static final String LIST = "/espace/evenements";

    @Autowired
    private EventPages pages;

    @Autowired
    private TestPeople people;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private EventFixtures events;

    @Autowired
    private Authoring authoring;

    @Autowired
    private Seats seats;

    private Organisation organisation;
    private SignedIn organiser;

    OrganiserPagesTests(@Autowired TestPeople people) {
        organisation = people.organisation("Ada et compagnie");
        organiser = people.member(organisation.id());
    }

    @BeforeEach
    void openAnEdition() {
        editions.current();
    }

    @Test
    void keepsADraftWithOnlyATitle() {
        var id = draft("Rien qu'un titre");

        assertThat(pages.page(LIST, organiser).text()).contains("Rien qu'un titre", "brouillon");
        assertThat(pages.page(LIST + "/" + id, organiser).text())
                .contains("Avant de soumettre", "Choisissez le genre", "Dites à qui");
    }

    @Test
    void asksForATitleAndKeepsWhatWasTyped() {
        var blank = pages.page(LIST + "/nouveau", organiser);

        var refused = pages.send(blank, LIST, organiser, Map.of("description", "Mon texte à moi", "action", "save"));

        assertThat(refused).hasStatus(422);
        var page = EventPages.read(refused);
        assertThat(page.title()).startsWith("À corriger");
        assertThat(page.select("#erreurs a[href='#title']").text()).contains("Donnez un titre");
        assertThat(page.select("#description").text()).isEqualTo("Mon texte à moi");
    }

    @Test
    void addsAndRemovesSessionsWithoutJavaScript() {
        var blank = pages.page(LIST + "/nouveau", organiser);
        var typed = Map.of("title", "Deux séances", "sessions[0].start", "14:00", "action", "add-session");

        var two = EventPages.read(pages.send(blank, LIST, organiser, typed));

        assertThat(two.select("fieldset.row")).hasSize(2);
        assertThat(two.select("[name='title']").val()).isEqualTo("Deux séances");
        assertThat(two.select("[name='sessions[1].start']").val()).isEqualTo("14:00");
        var one = EventPages.read(pages.send(two, LIST, organiser, Map.of("action", "remove-session 0")));
        assertThat(one.select("fieldset.row")).hasSize(1);
    }

    @Test
    void proposesForTheEditionChosenAndChangesItWhileNothingIsPublished() {
        var next = editions.open();
        var later = editions.create(editions.around(editions.today().plusDays(40)));
        var typed = Map.of(
                "title", "Pour l'an prochain", "edition", later.id().value().toString(), "action", "save");
        var sent = pages.send(pages.page(LIST + "/nouveau", organiser), LIST, organiser, typed);
        var id = id(sent);
        var path = LIST + "/" + id;

        assertThat(standing(id).event().edition()).isEqualTo(later.id());
        assertThat(pages.page(path, organiser).text()).contains("Pour " + later.name());
        var form = pages.page(path + "/modifier", organiser);
        assertThat(form.select("#edition option").eachAttr("value"))
                .startsWith(later.id().value().toString());

        assertThat(pages.send(
                        form,
                        path + "/modifier",
                        organiser,
                        Map.of("edition", next.id().value().toString(), "action", "save")))
                .hasStatus3xxRedirection();

        assertThat(standing(id).event().edition()).isEqualTo(next.id());
    }

    @Test
    void refusesAnEditionThatTakesNoProposals() {
        var blank = pages.page(LIST + "/nouveau", organiser);

        for (var typed : new String[] {UUID.randomUUID().toString(), "demain"}) {
            var refused = pages.send(
                    blank, LIST, organiser, Map.of("title", "Nulle part", "edition", typed, "action", "save"));

            assertThat(refused).hasStatus(422);
            assertThat(EventPages.read(refused).select("#erreurs").text()).contains("Cette édition ne reçoit pas");
        }
    }

    @Test
    void createsOneEventFromAFormSentTwice() {
        var blank = pages.page(LIST + "/nouveau", organiser);
        var typed = Map.of("title", "Envoyé deux fois", "action", "save");

        var first = pages.send(blank, LIST, organiser, typed);
        var second = pages.send(blank, LIST, organiser, typed);

        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(pages.page(LIST, organiser).select(".cards li")).hasSize(1);
    }

    @Test
    void submitsACompleteEvent() {
        var id = draft("Un atelier complet");

        var sent = complete(id, Map.of("action", "submit"));

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(pages.page(LIST + "/" + id, organiser).text()).contains("en attente de validation");
        assertThat(standing(id).event().state()).isEqualTo(EventState.SUBMITTED);
    }

    @Test
    void publishesASessionPastMidnightAndFindsItOnBothDays() {
        var id = draft(unheardOf());
        var day = editions.today().plusDays(3);
        complete(
                id,
                Map.of(
                        "sessions[0].day", day.toString(),
                        "sessions[0].start", "22:00",
                        "sessions[0].end", "02:00",
                        "action", "submit"));
        var pilot = people.pilot();
        var page = pages.page("/espace/moderation/" + id, pilot);
        assertThat(page.text()).contains("elle finit le lendemain");

        pages.send(page, "/espace/moderation/" + id + "/accepter", pilot, Map.of());

        var hours = French.span(
                        day.atTime(22, 0).atZone(EventContent.PARIS),
                        day.plusDays(1).atTime(2, 0).atZone(EventContent.PARIS))
                .replace('\u00a0', ' ');
        assertThat(hours).startsWith("du ");
        assertThat(pages.page(LIST + "/" + id, organiser).text()).contains(hours);
        assertThat(isFoundOn(day, id)).isTrue();
        assertThat(isFoundOn(day.plusDays(1), id)).isTrue();
        assertThat(isFoundOn(day.plusDays(2), id)).isFalse();
    }

    @Test
    void findsAnEveningUntilMidnightOnItsOwnDayAlone() {
        var day = editions.today().plusDays(3);
        var event = events.published()
                .titled(unheardOf())
                .on(day, "20:00", "00:00")
                .now()
                .id()
                .value();

        assertThat(isFoundOn(day, event)).isTrue();
        assertThat(isFoundOn(day.plusDays(1), event)).isFalse();
    }

    private static String unheardOf() {
        return "Nuit " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private boolean isFoundOn(LocalDate day, UUID event) {
        var title = standing(event).latest().content().title();
        var search = UriComponentsBuilder.fromPath("/evenements")
                .queryParam("q", "{words}")
                .queryParam("du", day)
                .queryParam("au", day)
                .build(title)
                .toString();
        return pages.page(search, organiser).select("main a").eachText().contains(title);
    }

    @Test
    void namesEveryMissingFieldOnSubmission() {
        var id = draft("Presque rien");
        var form = pages.page(LIST + "/" + id + "/modifier", organiser);

        var refused = pages.send(form, LIST + "/" + id + "/modifier", organiser, Map.of("action", "submit"));

        assertThat(refused).hasStatus(422);
        assertThat(EventPages.read(refused).select("#erreurs a").eachAttr("href"))
                .contains("#kind", "#format", "#audience", "#description", "#sessions-0--day", "#sessions-0--capacity");
    }

    @Test
    void takesASubmissionBack() {
        var id = submitted("Reprise");
        var page = pages.page(LIST + "/" + id, organiser);

        pages.send(page, LIST + "/" + id + "/retirer", organiser, Map.of());

        assertThat(standing(id).event().state()).isEqualTo(EventState.DRAFT);
        assertThat(standing(id).allows(EventAction.SUBMIT)).isTrue();
    }

    @Test
    void refusesBadValuesAtTheirFieldAndWritesNothing() {
        var id = draft("Valeurs folles");
        var bad = Map.of(
                "sessions[0].day", "2026-02-31",
                "sessions[0].start", "25:99",
                "sessions[0].capacity", "abc",
                "format", "SUR_LA_LUNE",
                "title", "x".repeat(10_000));
        var form = pages.page(LIST + "/" + id + "/modifier", organiser);

        var refused = pages.send(form, LIST + "/" + id + "/modifier", organiser, bad);

        assertThat(refused).hasStatus(422);
        var page = EventPages.read(refused);
        assertThat(page.select("#erreurs a").eachAttr("href"))
                .contains("#sessions-0--day", "#sessions-0--start", "#sessions-0--capacity", "#format", "#title");
        assertThat(page.select("[name='sessions[0].capacity']").val()).isEqualTo("abc");
        assertThat(standing(id).latest().content().title()).isEqualTo("Valeurs folles");
    }

    @Test
    void leavesOutCharactersNoKeyboardSends() {
        var id = draft("Un\u0000 titre\u0007 sale");

        assertThat(standing(id).latest().content().title()).isEqualTo("Un titre sale");
    }

    @Test
    void refusesMoreSessionsThanAYearHas() {
        var id = draft("Deux cents séances");
        var rows = new HashMap<String, String>();
        for (int i = 0; i < 200; i++) {
            rows.put("sessions[%d].day".formatted(i), "2026-12-01");
        }
        var form = pages.page(LIST + "/" + id + "/modifier", organiser);

        var refused = pages.send(form, LIST + "/" + id + "/modifier", organiser, rows);

        assertThat(refused).hasStatus(422);
        assertThat(EventPages.read(refused).select("#erreurs").text()).contains("40 séances au plus");
    }

    @Test
    void opensAnEventToItsOwnOrganisationOnly() {
        var id = draft("À nous");
        var stranger = people.member(people.organisation("Une autre").id());

        for (var path : new String[] {"", "/modifier", "/apercu", "/image", "/annuler"}) {
            assertThat(pages.open(LIST + "/" + id + path, stranger)).as(path).hasStatus(403);
            assertThat(pages.open(LIST + "/" + id + path, people.withoutRole()))
                    .as(path)
                    .hasStatus(403);
        }
        assertThat(pages.post(LIST + "/" + id + "/soumettre", stranger, Map.of("lock", "0")))
                .hasStatus(403);
        assertThat(pages.post(LIST + "/" + id + "/modifier", stranger, Map.of("lock", "0", "title", "Volé")))
                .hasStatus(403);
        assertThat(pages.open(LIST + "/" + UUID.randomUUID(), organiser)).hasStatus(404);
        assertThat(pages.open(LIST + "/pas-un-identifiant", organiser)).hasStatus(404);
    }

    @Test
    void neverLosesWhatTwoPeopleWrite() {
        var id = draft("Le texte de départ");
        var mine = pages.page(LIST + "/" + id + "/modifier", organiser);
        var colleague = people.member(organisation.id());
        var theirs = pages.page(LIST + "/" + id + "/modifier", colleague);
        pages.send(
                theirs,
                LIST + "/" + id + "/modifier",
                colleague,
                Map.of("title", "Le texte du collègue", "action", "save"));

        var late = pages.send(
                mine, LIST + "/" + id + "/modifier", organiser, Map.of("title", "Mon texte", "action", "save"));

        assertThat(late).hasStatus(409);
        var page = EventPages.read(late);
        assertThat(page.select("[name=title]").val()).isEqualTo("Mon texte");
        assertThat(page.select(".comparison del").text()).contains("du collègue");
        assertThat(page.select(".comparison ins").text()).contains("Mon");
        assertThat(standing(id).latest().content().title()).isEqualTo("Le texte du collègue");
        pages.send(page, LIST + "/" + id + "/modifier", organiser, Map.of("action", "save"));
        assertThat(standing(id).latest().content().title()).isEqualTo("Mon texte");
    }

    @Test
    void publishesCosmeticChangesAtOnce() {
        var event = events.published().by(organisation.id()).seats(30).now();
        var path = LIST + "/" + event.id().value() + "/modifier";

        var sent = pages.send(
                pages.page(path, organiser),
                path,
                organiser,
                Map.of("contactName", "Grace", "sessions[0].capacity", "35", "action", "submit"));

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(seats.find(event.session()).orElseThrow().capacity()).isEqualTo(35);
        var standing = authoring.find(event.id()).orElseThrow();
        assertThat(standing.latest().state()).isEqualTo(VersionState.APPROVED);
        assertThat(standing.latest().content().contactName()).isEqualTo("Grace");
    }

    @Test
    void hasSubstantialChangesReadOverWhileTheOldVersionStays() {
        var event =
                events.published().titled("Le bon titre").by(organisation.id()).now();
        var path = LIST + "/" + event.id().value() + "/modifier";

        pages.send(
                pages.page(path, organiser),
                path,
                organiser,
                Map.of(
                        "description",
                        "Tout autre chose que ce qui fut validé, et qu'il faut relire.",
                        "action",
                        "submit"));

        var standing = authoring.find(event.id()).orElseThrow();
        assertThat(standing.event().state()).isEqualTo(EventState.PUBLISHED);
        assertThat(standing.latest().state()).isEqualTo(VersionState.SUBMITTED);
        assertThat(java.util.Objects.requireNonNull(standing.approved())
                        .content()
                        .description())
                .startsWith("Une heure pour comprendre");
    }

    @Test
    void refusesFewerSeatsThanAreTaken() {
        var event = events.published().by(organisation.id()).seats(30).now();
        seats.take(event.session(), 25, true);
        var path = LIST + "/" + event.id().value() + "/modifier";

        var refused = pages.send(
                pages.page(path, organiser),
                path,
                organiser,
                Map.of("sessions[0].capacity", "20", "sessions[0].classSeats", "20", "action", "save"));

        assertThat(refused).hasStatus(422);
        assertThat(EventPages.read(refused)
                        .select("#sessions-0--capacity-erreur")
                        .text())
                .contains("25 places sont déjà prises");
    }

    @Test
    void refusesToDropASessionWithPeopleIn() {
        var event = events.published()
                .by(organisation.id())
                .on(editions.today().plusDays(1), "14:00", "16:00")
                .on(editions.today().plusDays(2), "14:00", "16:00")
                .now();
        seats.take(event.session(), 2, false);
        var path = LIST + "/" + event.id().value() + "/modifier";
        var fewer = EventPages.read(
                pages.send(pages.page(path, organiser), path, organiser, Map.of("action", "remove-session 0")));

        var refused = pages.send(fewer, path, organiser, Map.of("action", "save"));

        assertThat(refused).hasStatus(422);
        assertThat(EventPages.read(refused).select("#erreurs").text()).contains("annulez-la");
    }

    @Test
    void duplicatesAnEvent() {
        var event = events.published().titled("À refaire").by(organisation.id()).now();
        var page = pages.page(LIST + "/" + event.id().value(), organiser);

        var sent = pages.send(page, LIST + "/" + event.id().value() + "/dupliquer", organiser, Map.of());

        var copy = standing(id(sent));
        assertThat(copy.event().state()).isEqualTo(EventState.DRAFT);
        assertThat(copy.latest().content().title()).isEqualTo("À refaire");
        assertThat(copy.latest().content().sessions().getFirst().day()).isNull();
    }

    @Test
    void showsThePreviewOfADraft() {
        var id = draft("Vu d'avance");

        assertThat(pages.page(LIST + "/" + id + "/apercu", organiser).text()).contains("Vu d'avance", "Aperçu");
    }

    @Test
    void showsTheAuthorWhatModeratorsWouldNoticeWithItsSession() {
        var id = draft("Loin dans le temps");
        complete(id, Map.of("action", "save", "sessions[0].day", "2031-10-31"));

        var page = pages.page(LIST + "/" + id, organiser);

        var link = Objects.requireNonNull(page.selectFirst("a[href$='/modifier#sessions-0--day']"));
        assertThat(link.text()).startsWith("Séance 1 (vendredi 31 octobre 2031) : ");
        assertThat(pages.page(LIST + "/" + id + "/modifier", organiser).select("#sessions-0--day"))
                .hasSize(1);
    }

    @Test
    void namesTheSessionsOfACopyThatHaveNoDay() {
        var id = draft("À copier");
        complete(id, Map.of("action", "save"));
        var page = pages.page(LIST + "/" + id, organiser);

        var copied = pages.send(page, LIST + "/" + id + "/dupliquer", organiser, Map.of());

        var copy = pages.page(String.valueOf(copied.getResponse().getRedirectedUrl()), organiser);
        assertThat(copy.select("a[href$='/modifier#sessions-0--day']").text())
                .isEqualTo("Séance 1 : choisissez le jour.");
    }

    @Test
    void listsWhatToCorrectInTheOrderOfTheForm() {
        var id = draft("Sans ordre");
        var path = LIST + "/" + id + "/modifier";

        var refused =
                pages.send(pages.page(path, organiser), path, organiser, Map.of("action", "submit", "contactName", ""));

        assertThat(EventPages.read(refused).select("#erreurs a").eachAttr("href"))
                .containsSubsequence(
                        "#kind", "#description", "#audience", "#format", "#sessions-0--day", "#contactName");
    }

    @Test
    void submitsANewEventAtOnceOrKeepsItAsADraftAndSaysWhatIsMissing() {
        var blank = pages.page(LIST + "/nouveau", organiser);

        var id = id(pages.send(blank, LIST, organiser, Map.of("title", "Trop court", "action", "submit")));

        assertThat(standing(id).event().state()).isEqualTo(EventState.DRAFT);
        assertThat(pages.page(LIST + "/" + id, organiser).text()).contains("Avant de soumettre");
        var typed = new HashMap<>(complete());
        typed.put("title", "Soumis d'un coup");
        typed.put("action", "submit");
        var whole = id(pages.send(pages.page(LIST + "/nouveau", organiser), LIST, organiser, typed));
        assertThat(standing(whole).event().state()).isEqualTo(EventState.SUBMITTED);
    }

    @Test
    void deletesADraftOnceAskedAndNothingThatWasPublished() {
        var id = draft("Créé par erreur");
        var path = LIST + "/" + id + "/supprimer";
        var asked = pages.page(path, organiser);
        assertThat(asked.text()).contains("Supprimer « Créé par erreur » ?");
        assertThat(pages.open(
                        path, people.member(people.organisation("Ailleurs").id())))
                .hasStatus(403);

        assertThat(pages.send(asked, path, organiser, Map.of())).hasStatus3xxRedirection();

        assertThat(authoring.find(new EventId(id))).isEmpty();
        assertThat(pages.page(LIST, organiser).text()).doesNotContain("Créé par erreur");
        var published = events.published().by(organisation.id()).now().id().value();
        var kept = LIST + "/" + published + "/supprimer";
        assertThat(pages.open(kept, organiser)).hasStatus3xxRedirection();
        assertThat(pages.post(kept, organiser, Map.of("lock", "0"))).hasStatus(409);
        assertThat(authoring.find(new EventId(published))).isPresent();
    }

    @Test
    void deletesNothingThatAColleagueChangedMeanwhile() {
        var id = draft("Encore utile");
        var path = LIST + "/" + id + "/supprimer";
        var asked = pages.page(path, organiser);
        complete(id, Map.of("action", "save"));

        assertThat(pages.send(asked, path, organiser, Map.of())).hasStatus(409);
        assertThat(authoring.find(new EventId(id))).isPresent();
    }

    @Test
    void showsSeatsOpenToClassesWhenTheFieldIsLeftBlank() {
        var id = draft("Tout pour les classes");
        complete(id, Map.of("action", "submit", "sessions[0].classSeats", ""));

        assertThat(standing(id).event().state()).isEqualTo(EventState.SUBMITTED);
        assertThat(pages.page("/espace/moderation/" + id, people.pilot()).text())
                .contains("30 places, toutes ouvertes aux classes");
    }

    @Test
    void keepsNothingInvisibleInATitle() {
        var id = draft("Nuit \u202Eedoc ud\u202C\u200B");

        assertThat(standing(id).latest().content().title()).isEqualTo("Nuit edoc ud");
    }

    @Test
    void doesNotOfferToCancelASessionTwice() {
        var event = events.published()
                .by(organisation.id())
                .on(editions.today().plusDays(1), "14:00", "16:00")
                .on(editions.today().plusDays(2), "14:00", "16:00")
                .now();
        var path = "%s/%s/seances/%s/annuler"
                .formatted(LIST, event.id().value(), event.session().value());
        pages.send(pages.page(path, organiser), path, organiser, Map.of("reason", "Malade."));

        assertThat(pages.open(path, organiser)).hasStatus3xxRedirection();
    }

    private UUID draft(String title) {
        var blank = pages.page(LIST + "/nouveau", organiser);
        return id(pages.send(blank, LIST, organiser, Map.of("title", title, "action", "save")));
    }

    private UUID submitted(String title) {
        var id = draft(title);
        complete(id, Map.of("action", "submit"));
        return id;
    }

    private MvcTestResult complete(UUID id, Map<String, String> more) {
        var typed = complete();
        typed.putAll(more);
        var path = LIST + "/" + id + "/modifier";
        return pages.send(pages.page(path, organiser), path, organiser, typed);
    }

    private Map<String, String> complete() {
        var typed = new HashMap<>(Map.of(
                "kind", "atelier",
                "description", "On y programme un petit robot en équipe, sans rien savoir d'avance.",
                "audience", "SECONDE",
                "format", "ON_SITE",
                "placeKind", "address",
                "address", "1 place de la Mairie",
                "commune", "Foix",
                "departement", "09"));
        typed.put("sessions[0].day", editions.today().plusDays(3).toString());
        typed.put("sessions[0].start", "14:00");
        typed.put("sessions[0].end", "16:00");
        typed.put("sessions[0].capacity", "30");
        typed.put("sessions[0].classSeats", "20");
        return typed;
    }

    private Standing standing(UUID id) {
        return authoring.find(new EventId(id)).orElseThrow();
    }

    private static UUID id(MvcTestResult sent) {
        var address = sent.getResponse().getRedirectedUrl();
        assertThat(address).as(sent.toString()).isNotNull();
        return UUID.fromString(String.valueOf(address).replaceFirst(".*/", ""));
    }
}
