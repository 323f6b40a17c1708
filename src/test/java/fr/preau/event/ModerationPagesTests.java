package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Organisation;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.Territories;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PreauTest
class ModerationPagesTests {
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
    private EditionFixtures editions;

    @Autowired
    private Moderation moderation;

    @Autowired
    private TestPeople people;

    private final Organisation organisation;
    private final SignedIn organiser;
    private final SignedIn toulouse;
    private final SignedIn bordeaux;
    private final SignedIn pilot;

    ModerationPagesTests(@Autowired TestPeople people, @Autowired Territories territories) {
        organisation = people.organisation("Les ateliers d'Ada");
        organiser = people.member(organisation.id());
        toulouse =
                people.coordinator(territories.departement("09").orElseThrow().academie());
        bordeaux =
                people.coordinator(territories.departement("33").orElseThrow().academie());
        pilot = people.pilot();
    }

    @Test
    void showsEachCoordinatorTheirOwnTerritoryOldestFirst() {
        var first = submitted(events.published().titled("Premier proposé " + UUID.randomUUID()));
        var second = submitted(events.published().titled("Second proposé " + UUID.randomUUID()));

        var mine = pages.page(QUEUE, toulouse).select("tbody a").eachAttr("href");

        assertThat(mine.indexOf(QUEUE + "/" + first)).isNotNegative().isLessThan(mine.indexOf(QUEUE + "/" + second));
        assertThat(pages.page(QUEUE, bordeaux).select("tbody a").eachAttr("href"))
                .doesNotContain(QUEUE + "/" + first);
    }

    @Test
    void keepsACoordinatorInTheirTerritory() {
        var id = submitted(events.published());

        assertThat(pages.open(QUEUE + "/" + id, bordeaux)).hasStatus(403);
        for (var action : new String[] {"accepter", "refuser", "signalements"}) {
            assertThat(pages.post(QUEUE + "/" + id + "/" + action, bordeaux, Map.of("lock", "1")))
                    .as(action)
                    .hasStatus(403);
        }
        assertThat(pages.open(QUEUE + "/" + id, organiser)).hasStatus(403);
        assertThat(pages.open(QUEUE, organiser)).hasStatus(403);
        assertThat(pages.open(QUEUE, people.withoutRole())).hasStatus(403);
        assertThat(standing(id).event().state()).isEqualTo(EventState.SUBMITTED);
    }

    @Test
    void leavesOnlineEventsAndUndelegatedEditionsToTheNation() {
        var online = submitted(events.published().online("https://visio.example/salle"));
        var kept = editions.create(undelegated(editions.around(editions.today())));
        var undelegated = submitted(events.published().in(kept));

        assertThat(pages.open(QUEUE + "/" + online, toulouse)).hasStatus(403);
        assertThat(pages.open(QUEUE + "/" + undelegated, toulouse)).hasStatus(403);
        var national = everything("?territoire=national&page=", pilot);
        assertThat(national).contains(QUEUE + "/" + online, QUEUE + "/" + undelegated);
        assertThat(pages.open(QUEUE + "/" + online, pilot)).hasStatusOk();
    }

    @Test
    void publishesInOneClick() {
        var id = submitted(events.published());

        var sent =
                pages.send(pages.page(QUEUE + "/" + id, toulouse), QUEUE + "/" + id + "/accepter", toulouse, Map.of());

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(standing(id).event().state()).isEqualTo(EventState.PUBLISHED);
        assertThat(sessions.ofEvent(new EventId(id))).hasSize(1);
    }

    @Test
    void asksForChangesThenShowsWhatChanged() {
        var id = submitted(events.published()
                .described("On programme un petit robot en équipe pendant deux heures, sans rien savoir."));
        refuse(id, "changes");
        assertThat(pages.page("/espace/evenements/" + id, organiser).text())
                .contains("On vous demande des modifications", "Dites où se garer.");
        edit(id, Map.of("description", "On programme un grand robot en équipe pendant deux heures, sans rien savoir."));

        var page = pages.page(QUEUE + "/" + id, toulouse);

        assertThat(page.select(".comparison del").text()).contains("petit");
        assertThat(page.select(".comparison ins").text()).contains("grand");
        assertThat(page.text()).contains("Décisions précédentes", "Dites où se garer.");
    }

    @Test
    void refusesForGood() {
        var id = submitted(events.published());

        refuse(id, "reject");

        assertThat(standing(id).event().state()).isEqualTo(EventState.REJECTED);
        assertThat(pages.open("/espace/evenements/" + id + "/modifier", organiser))
                .hasStatus3xxRedirection();
    }

    @Test
    void asksWhyBeforeRefusing() {
        var id = submitted(events.published());
        var page = pages.page(QUEUE + "/" + id, toulouse);

        var refused = pages.send(page, QUEUE + "/" + id + "/refuser", toulouse, Map.of("sentence", "Un\u0000 mot"));

        assertThat(refused).hasStatus(422);
        assertThat(EventPages.read(refused).select("#erreurs a").eachAttr("href"))
                .contains("#reason");
        assertThat(standing(id).event().state()).isEqualTo(EventState.SUBMITTED);
    }

    @Test
    void tellsTheSecondModeratorWhoDecided() {
        var id = submitted(events.published());
        var late = pages.page(QUEUE + "/" + id, pilot);
        pages.send(pages.page(QUEUE + "/" + id, toulouse), QUEUE + "/" + id + "/accepter", toulouse, Map.of());

        var sent = pages.send(late, QUEUE + "/" + id + "/refuser", pilot, reply("reject"));

        assertThat(sent).hasStatus(409); // and not asked to confirm what can no longer be done
        assertThat(EventPages.read(sent).text()).contains(toulouse.name() + " a déjà décidé", "acceptée");
        assertThat(standing(id).event().state()).isEqualTo(EventState.PUBLISHED);
    }

    @Test
    void letsOneOfTwoSimultaneousModeratorsDecide() throws Exception {
        var id = submitted(events.published());
        var lock = standing(id).event().lock();
        Callable<Outcome> accept = () -> moderation.accept(writing(id, lock, toulouse));
        Callable<Outcome> reject =
                () -> moderation.reject(writing(id, lock, pilot), new Moderation.Reply(ModerationReason.OTHER, "Non."));

        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(accept);
            var second = both.submit(reject);
            assertThat(first.get() instanceof Outcome.Done ^ second.get() instanceof Outcome.Done)
                    .isTrue();
        }
    }

    @Test
    void answersADecisionSentTwiceLikeTheFirst() {
        var id = submitted(events.published());
        var page = pages.page(QUEUE + "/" + id, toulouse);
        pages.send(page, QUEUE + "/" + id + "/accepter", toulouse, Map.of());

        var again = pages.send(page, QUEUE + "/" + id + "/accepter", toulouse, Map.of());

        assertThat(again).hasStatus3xxRedirection();
    }

    @Test
    void readsTheVersionThatWasSubmittedEvenWhenItIsReplacedMeanwhile() {
        var id = submitted(events.published());
        var stale = pages.page(QUEUE + "/" + id, toulouse);
        pages.send(
                pages.page("/espace/evenements/" + id, organiser),
                "/espace/evenements/" + id + "/retirer",
                organiser,
                Map.of());
        edit(id, Map.of("description", "Tout autre chose, que personne n'a lu, et qui ne doit pas passer."));

        var sent = pages.send(stale, QUEUE + "/" + id + "/accepter", toulouse, Map.of());

        assertThat(sent).hasStatus(409);
        assertThat(standing(id).event().state()).isEqualTo(EventState.SUBMITTED);
    }

    @Test
    void rationsReportsOfOneEvent() {
        var id = events.published().now().id().value();
        for (int i = 0; i < 3; i++) {
            assertThat(report(id, "OTHER")).hasStatus3xxRedirection();
        }

        assertThat(report(id, "OTHER")).hasStatus(429).headers().containsHeader("Retry-After");
        assertThat(report(id, "PAS_UN_MOTIF")).hasStatus(422);
        assertThat(report(UUID.randomUUID(), "OTHER")).hasStatus(404);
    }

    @Test
    void cancelsAnEventOnceWithAReason() {
        var event = events.published().by(organisation.id()).now();
        var path = "/espace/evenements/" + event.id().value() + "/annuler";
        var page = pages.page(path, organiser);

        assertThat(pages.send(page, path, organiser, Map.of())).hasStatus(422);
        assertThat(pages.send(page, path, organiser, Map.of("reason", "La salle est inondée.")))
                .hasStatus3xxRedirection();

        assertThat(standing(event.id().value()).event().state()).isEqualTo(EventState.CANCELLED);
        assertThat(pages.post(path, organiser, Map.of("lock", "1", "reason", "Encore.")))
                .hasStatus(409);
    }

    @Test
    void cancelsOneSessionOfSeveral() {
        var event = events.published()
                .by(organisation.id())
                .on(editions.today().plusDays(1), "14:00", "16:00")
                .on(editions.today().plusDays(2), "14:00", "16:00")
                .now();
        var base = "/espace/evenements/" + event.id().value();
        var path = base + "/seances/" + event.session().value() + "/annuler";

        pages.send(pages.page(path, organiser), path, organiser, Map.of("reason", "L'intervenante est malade."));

        assertThat(sessions.find(event.session()).orElseThrow().cancelled()).isTrue();
        assertThat(sessions.find(event.sessions().getLast()).orElseThrow().cancelled())
                .isFalse();
        var last = base + "/seances/" + event.sessions().getLast().value() + "/annuler";
        assertThat(pages.send(pages.page(last, organiser), last, organiser, Map.of("reason", "Aussi.")))
                .hasStatus(409);
        assertThat(pages.open(base + "/seances/" + UUID.randomUUID() + "/annuler", organiser))
                .hasStatus(404);
    }

    /// Written and submitted as an organiser does, with what the builder says.
    private UUID submitted(EventFixtures.Builder builder) {
        var id = events.drafted(builder.by(organisation.id()));
        var standing = authoring.find(id).orElseThrow();
        var outcome = authoring.submit(
                new Writing(id, standing.event().lock(), UUID.randomUUID(), organiser.id(), organiser.name()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return id.value();
    }

    private void edit(UUID id, Map<String, String> typed) {
        var path = "/espace/evenements/" + id + "/modifier";
        var more = new java.util.HashMap<>(typed);
        more.put("action", "submit");
        assertThat(pages.send(pages.page(path, organiser), path, organiser, more))
                .hasStatus3xxRedirection();
    }

    private void refuse(UUID id, String decision) {
        var path = QUEUE + "/" + id + "/refuser";
        var sent = pages.send(pages.page(QUEUE + "/" + id, toulouse), path, toulouse, reply(decision));
        if (decision.equals("reject")) {
            assertThat(sent).hasStatusOk();
            sent = pages.send(EventPages.read(sent), path, toulouse, Map.of());
        }
        assertThat(sent).hasStatus3xxRedirection();
    }

    private static Map<String, String> reply(String decision) {
        return Map.of("decision", decision, "reason", "MISSING", "sentence", "Dites où se garer.");
    }

    private MvcTestResult report(UUID id, String ground) {
        return pages.post(
                "/evenements/" + id + "/signaler", people.withoutRole(), Map.of("ground", ground, "sentence", "Voir."));
    }

    private java.util.List<String> everything(String query, SignedIn person) {
        var all = new java.util.ArrayList<String>();
        for (int page = 1; page < 20; page++) {
            all.addAll(
                    pages.page(QUEUE + query + page, person).select("tbody a").eachAttr("href"));
        }
        return all;
    }

    private static Writing writing(UUID id, int lock, SignedIn person) {
        return new Writing(new EventId(id), lock, UUID.randomUUID(), person.id(), person.name());
    }

    private static Edition undelegated(Edition like) {
        return new Edition(
                like.id(),
                like.name(),
                like.firstDay(),
                like.lastDay(),
                like.submissionsOpen(),
                like.submissionsClose(),
                like.registrationsOpen(),
                like.registrationsClose(),
                like.schoolYear(),
                like.kinds(),
                like.partners(),
                false,
                like.offerHours(),
                false);
    }

    private Standing standing(UUID id) {
        return Objects.requireNonNull(authoring.find(new EventId(id)).orElse(null));
    }
}
