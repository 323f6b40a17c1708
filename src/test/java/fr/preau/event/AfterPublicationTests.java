package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Organisation;
import fr.preau.account.OrganisationRenamed;
import fr.preau.account.Role;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.territory.Territories;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What moderators do with an event that is published, reported or not, and what the second of two is told.
@PreauTest
class AfterPublicationTests {
    private static final String QUEUE = "/espace/moderation";

    @Autowired
    private EventPages pages;

    @Autowired
    private EventFixtures events;

    @Autowired
    private Authoring authoring;

    @Autowired
    private SeatRepository sessions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestPeople people;

    @Autowired
    private ApplicationEventPublisher renames;

    private final Organisation organisation;
    private final SignedIn organiser;
    private final SignedIn toulouse;
    private final SignedIn bordeaux;
    private final SignedIn pilot;

    AfterPublicationTests(@Autowired TestPeople people, @Autowired Territories territories) {
        organisation = people.organisation("Les ateliers d'Ada");
        organiser = people.member(organisation.id());
        toulouse =
                people.coordinator(territories.departement("09").orElseThrow().academie());
        bordeaux =
                people.coordinator(territories.departement("33").orElseThrow().academie());
        pilot = people.pilot();
    }

    @Test
    void takesAReportToTheQueueAndClosesIt() {
        var id = reported();
        assertThat(pages.page(QUEUE, toulouse).select("tbody a").eachAttr("href"))
                .contains(QUEUE + "/" + id);

        var sent = close(pages.page(QUEUE + "/" + id, toulouse), id, toulouse);

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(pages.page(QUEUE, toulouse).select("tbody a").eachAttr("href"))
                .doesNotContain(QUEUE + "/" + id);
        assertThat(standing(id).event().state()).isEqualTo(EventState.PUBLISHED);
        assertThat(pages.page(QUEUE + "/" + id, toulouse).text()).contains("Signalements clos, rien à changer");
    }

    @Test
    void tellsTheSecondWhoClosedTheReportsAndCancelsNothing() {
        var id = reported();
        var late = pages.page(QUEUE + "/" + id, pilot);
        close(pages.page(QUEUE + "/" + id, toulouse), id, toulouse);

        var sent = decide(late, id, pilot, "cancel");

        assertThat(sent).hasStatus(409);
        assertThat(EventPages.read(sent).select("[role=alert]").text())
                .contains(toulouse.name() + " a déjà décidé", "rien à changer");
        assertThat(standing(id).event().state()).isEqualTo(EventState.PUBLISHED);
        assertThat(decide(late, id, pilot, "changes")).hasStatus(409);
        assertThat(standing(id).latest().state()).isEqualTo(VersionState.APPROVED);
    }

    @Test
    void cancelsNothingFromAConfirmationOlderThanTheReportsWereClosed() {
        var id = reported();
        var confirmation = EventPages.read(decide(pages.page(QUEUE + "/" + id, pilot), id, pilot, "cancel"));
        close(pages.page(QUEUE + "/" + id, toulouse), id, toulouse);

        var sent = pages.send(confirmation, QUEUE + "/" + id + "/annuler", pilot, Map.of());

        assertThat(sent).hasStatus(409);
        assertThat(standing(id).event().state()).isEqualTo(EventState.PUBLISHED);
    }

    @Test
    void tellsTheSecondWhoCancelledOrSentBack() {
        var cancelled = reported();
        var late = pages.page(QUEUE + "/" + cancelled, pilot);
        cancel(cancelled, toulouse);
        assertThat(close(late, cancelled, pilot)).hasStatus(409);
        var told = decide(late, cancelled, pilot, "changes");
        assertThat(told).hasStatus(409);
        assertThat(EventPages.read(told).text()).contains(toulouse.name() + " a déjà décidé", "événement annulé");

        var back = reported();
        var stale = pages.page(QUEUE + "/" + back, pilot);
        decide(pages.page(QUEUE + "/" + back, toulouse), back, toulouse, "changes");
        var sent = decide(stale, back, pilot, "cancel");
        assertThat(sent).hasStatus(409);
        assertThat(EventPages.read(sent).text())
                .contains(toulouse.name() + " a déjà décidé", "modifications demandées");
        assertThat(standing(back).event().state()).isEqualTo(EventState.PUBLISHED);
    }

    @Test
    void doesNotCloseAReportThatNobodyRead() {
        var id = reported();
        var before = pages.page(QUEUE + "/" + id, toulouse);
        report(id, "OTHER");

        var sent = close(before, id, toulouse);

        assertThat(sent).hasStatus(409);
        assertThat(EventPages.read(sent).text()).contains("Un signalement vient d'arriver");
        assertThat(pages.page(QUEUE, toulouse).select("tbody a").eachAttr("href"))
                .contains(QUEUE + "/" + id);
    }

    @Test
    void answersReportsClosedTwiceByTheSamePersonLikeTheFirst() {
        var id = reported();
        var page = pages.page(QUEUE + "/" + id, toulouse);
        close(page, id, toulouse);

        assertThat(close(page, id, toulouse)).hasStatus3xxRedirection();
    }

    @Test
    void asksOnceMoreBeforeCancellingThenTellsTheOrganiserWhoAndWhy() {
        var id = reported();

        var asked = decide(pages.page(QUEUE + "/" + id, toulouse), id, toulouse, "cancel");

        assertThat(asked).hasStatusOk();
        assertThat(EventPages.read(asked).text()).contains("Annuler cet événement ?", "Personne n'est inscrit");
        assertThat(standing(id).event().state()).isEqualTo(EventState.PUBLISHED);
        cancel(id, toulouse);
        assertThat(standing(id).event().state()).isEqualTo(EventState.CANCELLED);
        assertThat(sessions.ofEvent(new EventId(id))).allMatch(PublishedSession::cancelled);
        var page = pages.page("/espace/evenements/" + id, organiser).text();
        assertThat(page).contains("Ce qui a été décidé", "Événement annulé", toulouse.name(), "Ce n'est pas gratuit.");
        var letter = lastTo(organiser.mail());
        assertThat(letter.subject()).startsWith("Annulé par la modération : ");
        assertThat(letter.text())
                .contains("> Ce n'est pas gratuit.\n> Il faut un billet.", "coordination, Toulouse (académie)");
        assertThat(acts(toulouse)).contains("annule l'événement");
    }

    @Test
    void decidesWithoutAnyReport() {
        var back = published();
        assertThat(decide(pages.page(QUEUE + "/" + back, toulouse), back, toulouse, "changes", "/suite"))
                .hasStatus3xxRedirection();
        assertThat(standing(back).event().state()).isEqualTo(EventState.PUBLISHED);
        assertThat(standing(back).latest().state()).isEqualTo(VersionState.CHANGES_REQUESTED);
        assertThat(lastTo(organiser.mail()).text()).contains("reste visible");
        assertThat(acts(toulouse)).contains("demande des modifications de l'événement");

        var off = published();
        cancel(off, toulouse);
        assertThat(standing(off).event().state()).isEqualTo(EventState.CANCELLED);
    }

    @Test
    void leavesEachToTheirTerritory() {
        var id = reported();

        for (var address : new String[] {"/annuler", "/confier"}) {
            assertThat(pages.open(QUEUE + "/" + id + address, bordeaux)).hasStatus(403);
            assertThat(pages.open(QUEUE + "/" + id + address, organiser)).hasStatus(403);
        }
        for (var action : new String[] {"/signalements", "/suite", "/annuler", "/confier"}) {
            assertThat(pages.post(QUEUE + "/" + id + action, bordeaux, Map.of("lock", "0", "decision", "nothing")))
                    .as(action)
                    .hasStatus(403);
        }
        assertThat(standing(id).event().state()).isEqualTo(EventState.PUBLISHED);
    }

    @Test
    void givesAnEventToAnOrganisationThatAccepts() {
        var id = published();
        var other = people.organisation("Le relais " + UUID.randomUUID());
        var receiver = people.member(other.id());

        assertThat(offer(id, Map.of("a", "organisation", "organisation", other.name())))
                .hasStatus3xxRedirection();
        assertThat(standing(id).event().organisation()).isEqualTo(organisation.id());
        var letter = lastTo(receiver.mail());
        assertThat(letter.subject()).startsWith("Un événement vous est proposé");
        var path = path(letter.text());
        assertThat(pages.open(path, bordeaux)).hasStatus(404);
        assertThat(pages.open(path, organiser)).hasStatus(404);
        assertThat(pages.send(pages.page(path, receiver), path, receiver, Map.of()))
                .hasStatus3xxRedirection();

        assertThat(standing(id).event().organisation()).isEqualTo(other.id());
        assertThat(pages.open("/espace/evenements/" + id + "/modifier", receiver))
                .hasStatusOk();
        assertThat(pages.open("/espace/evenements/" + id, organiser)).hasStatus(403);
        assertThat(pages.page("/evenements/" + id, bordeaux).text()).contains(other.name());
        assertThat(lastTo(organiser.mail()).subject()).startsWith("Confié à une autre organisation");
        assertThat(pages.page("/espace/evenements/" + id, receiver).text()).contains("confié à une autre organisation");
        assertThat(pages.open(path, receiver)).hasStatus(404);
    }

    @Test
    void givesAnEventToAnInvitedPersonOnceTheyHaveAnOrganisation() {
        var id = published();
        var person = people.withoutRole();
        assertThat(offer(id, Map.of("a", "person", "courriel", person.mail()))).hasStatus3xxRedirection();
        var path = path(lastTo(person.mail()).text());

        assertThat(pages.page(path, person).text()).contains("Il vous faut d'abord une organisation");
        assertThat(pages.post(path, person, Map.of())).hasStatus(422);
        var other = people.organisation("Chez elle " + UUID.randomUUID());
        people.grant(person.id(), new Role.Member(other.id()));
        assertThat(pages.post(path, person, Map.of())).hasStatus3xxRedirection();
        assertThat(standing(id).event().organisation()).isEqualTo(other.id());
    }

    @Test
    void tellsTheModeratorThatAnOfferIsDeclined() {
        var id = published();
        var other = people.organisation("Trop occupée " + UUID.randomUUID());
        var receiver = people.member(other.id());
        offer(id, Map.of("a", "organisation", "organisation", other.name()));
        var path = path(lastTo(receiver.mail()).text());

        pages.post(path + "/refus", receiver, Map.of());

        assertThat(standing(id).event().organisation()).isEqualTo(organisation.id());
        assertThat(lastTo(toulouse.mail()).text()).contains(other.name() + " ne reprend pas cet événement");
        assertThat(pages.open(path, receiver)).hasStatus(404);
    }

    @Test
    void keepsWhatWasTypedWhenNobodyIsFound() {
        var id = published();

        var refused = offer(id, Map.of("a", "organisation", "organisation", "Nulle part " + UUID.randomUUID()));

        assertThat(refused).hasStatus(422);
        var page = EventPages.read(refused);
        assertThat(page.select("#erreurs a").eachAttr("href")).containsExactly("#organisation");
        assertThat(page.select("#sentence").text()).contains("Reprenez-le");
        assertThat(offer(id, Map.of("a", "person", "courriel", "personne"))).hasStatus(422);
    }

    @Test
    void findsAnEventWhoseOrganisationHasNobodyLeftAndOffersToGiveIt() {
        var orphan = people.organisation("Plus personne " + UUID.randomUUID());
        var id = events.published().by(orphan.id()).now().id().value();

        var line =
                pages.page(QUEUE + "/publies?mots=" + orphan.name(), toulouse).select("tbody tr");
        assertThat(line.select("a").attr("href")).isEqualTo(QUEUE + "/" + id);
        assertThat(line.text()).contains("plus personne");
        assertThat(pages.page(QUEUE + "/publies?mots=" + orphan.name(), bordeaux)
                        .select("tbody tr"))
                .isEmpty();
        assertThat(pages.open(QUEUE + "/publies", organiser)).hasStatus(403);
        var page = pages.page(QUEUE + "/" + id, toulouse);
        assertThat(page.text()).contains("Plus personne ne publie pour " + orphan.name());
        assertThat(page.select("a[href$='/confier'], a[href$='/annuler']")).isNotEmpty();
        cancel(id, toulouse);
        assertThat(lastTo("contact@example.org").subject()).startsWith("Annulé par la modération");
    }

    @Test
    void followsAnOrganisationThatChangesItsName() {
        var id = published();
        var before = authoring.find(new EventId(id)).orElseThrow();

        renames.publishEvent(new OrganisationRenamed(organisation.id(), "Les ateliers de Grace"));

        assertThat(pages.page("/evenements/" + id, bordeaux).text()).contains("Les ateliers de Grace");
        assertThat(pages.open("/api/evenements/" + id, bordeaux)).bodyText().contains("Les ateliers de Grace");
        assertThat(authoring.find(new EventId(id)).orElseThrow().event().lock())
                .isEqualTo(before.event().lock());
    }

    private MvcTestResult offer(UUID id, Map<String, String> to) {
        var path = QUEUE + "/" + id + "/confier";
        var typed = new HashMap<>(to);
        typed.put("sentence", "Reprenez-le, merci.");
        return pages.send(pages.page(path, toulouse), path, toulouse, typed);
    }

    private static String path(String letter) {
        return letter.lines()
                .filter(line -> line.contains("/espace/reprises/"))
                .map(line -> line.substring(line.indexOf("/espace/reprises/")).strip())
                .findFirst()
                .orElseThrow();
    }

    private UUID published() {
        return events.published().by(organisation.id()).now().id().value();
    }

    private UUID reported() {
        var id = published();
        report(id, "NOT_FREE");
        return id;
    }

    private void report(UUID id, String ground) {
        assertThat(pages.post(
                        "/evenements/" + id + "/signaler",
                        people.withoutRole(),
                        Map.of("ground", ground, "sentence", "Voir.")))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult close(Document page, UUID id, SignedIn person) {
        return pages.send(page, QUEUE + "/" + id + "/signalements", person, Map.of());
    }

    private MvcTestResult decide(Document page, UUID id, SignedIn person, String decision) {
        return decide(page, id, person, decision, "/signalements");
    }

    private MvcTestResult decide(Document page, UUID id, SignedIn person, String decision, String action) {
        var reply = Map.of("decision", decision, "reason", "NOT_FREE", "sentence", "Ce n'est pas gratuit.");
        return pages.send(page, QUEUE + "/" + id + action, person, reply);
    }

    private void cancel(UUID id, SignedIn person) {
        var path = QUEUE + "/" + id + "/annuler";
        var reply = Map.of("reason", "NOT_FREE", "sentence", "Ce n'est pas gratuit.\r\nIl faut un billet.");
        assertThat(pages.send(pages.page(path, person), path, person, reply)).hasStatus3xxRedirection();
    }

    private record Letter(String subject, String text) {}

    private Letter lastTo(String mail) {
        return jdbc.sql("""
                        select subject, text from notification.message where recipient = ?
                        order by created_at desc limit 1""").param(mail).query(Letter.class).single();
    }

    private java.util.List<String> acts(SignedIn person) {
        return jdbc.sql("select act from account.act where actor_id = ?")
                .param(person.id().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Standing standing(UUID id) {
        return authoring.find(new EventId(id)).orElseThrow();
    }
}
