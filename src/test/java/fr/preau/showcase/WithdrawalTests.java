package fr.preau.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.AccountRemoved;
import fr.preau.account.Person;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.retention.Retention;
import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/// What a family allows is shown, and what it takes back is hidden by the very next answer: page, image and feed, to
/// whoever asks with what they had kept. Asked over HTTP, as caches do.
@PreauTest
class WithdrawalTests {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @Autowired
    private ProjectFixtures projects;

    @Autowired
    private Authorisations authorisations;

    @Autowired
    private AuthorisationRepository repository;

    @Autowired
    private TeacherRecords records;

    @Autowired
    private ProjectModeration moderation;

    @Autowired
    private ProjectDecisionRepository decisions;

    @Autowired
    private TestPeople people;

    @Autowired
    private Map<String, Retention> retentions;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private School school;

    @BeforeEach
    void addSchool() {
        school = ASchool.lycee("Lycée des images").in("Foix", "09000", "09").add(database);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void tellsTeachersAndModeratorsWhatIsKeptOfThemButNothingOfPupils() {
        var made = projects.submitted(school);
        var moderator = people.pilot();
        var reply = new ProjectModeration.Reply(ProjectReason.values()[0], "Précisez la licence.");
        ProjectFixtures.expect(moderation.requestChanges(projects.writing(made, moderator), reply));

        assertThat(kept(made.teacher()))
                .contains("Créé", "Enregistrée", made.title())
                .doesNotContain("Inès");
        assertThat(kept(moderator)).contains("Réponse du", made.title(), "Précisez la licence.");

        records.on(new AccountRemoved(moderator.id(), moderator.mail()));
        assertThat(decisions.of(made.id())).extracting("decider").containsExactly("compte supprimé");
        assertThat(kept(moderator)).doesNotContain(made.title());
    }

    private String kept(SignedIn person) {
        return records.about(new Person(person.id(), person.mail(), person.name()))
                .toString();
    }

    @Test
    void showsTheImageAndTheVideoWhileAllowed() throws Exception {
        var made = projects.published(school);

        assertThat(get(made.gallery()).body()).contains(image(made), "https://youtu.be/labyrinthe", "Inès", "Tom");
        var image = get(image(made));
        assertThat(image.statusCode()).isEqualTo(200);
        assertThat(image.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(image.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void hidesAtOnceWhatTheFamilyTakesBackEvenFromWhoKeptIt() throws Exception {
        var made = projects.published(school);
        var page = get(made.gallery());
        var feed = get("/trophees.atom?q=" + made.title().replace(" ", "%20"));
        assertThat(feed.body()).contains(image(made), "https://youtu.be/labyrinthe");
        assertThat(kept(made.gallery(), page).statusCode()).isEqualTo(304);

        withdraw(made.photo(), Authorisation.Withdrawer.FAMILY);
        withdraw(made.voice(), Authorisation.Withdrawer.FAMILY);

        assertThat(get(image(made), "If-None-Match", "*").statusCode()).isEqualTo(404);
        var after = kept(made.gallery(), page);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).doesNotContain(image(made), "youtu.be");
        var feedAfter = kept("/trophees.atom?q=" + made.title().replace(" ", "%20"), feed);
        assertThat(feedAfter.statusCode()).isEqualTo(200);
        assertThat(feedAfter.body()).doesNotContain(image(made), "youtu.be").contains(made.title());
        assertThat(updated(feedAfter)).isGreaterThanOrEqualTo(updated(feed));
    }

    @Test
    void hidesTheDayAfterTheLastDayWithoutAnyRound() throws Exception {
        var made = projects.published(school);
        var page = get(made.gallery());

        clock.advance(Duration.ofDays(89));
        assertThat(get(made.gallery()).body()).contains(image(made));
        clock.advance(Duration.ofDays(3));

        assertThat(kept(made.gallery(), page).body()).doesNotContain(image(made), "youtu.be");
        assertThat(get(image(made)).statusCode()).isEqualTo(404);
        assertThat(get("/trophees.atom").body()).doesNotContain(image(made));
    }

    @Test
    void hidesAnImageAsSoonAsOneOfItsPupilsIsNotAllowed() throws Exception {
        var made = projects.published(school);
        var both = List.of(made.ines().id(), made.tom().id());
        database.sql("update showcase.image set shown = :both where id = :id")
                .param("both", both.toArray(UUID[]::new))
                .param("id", made.image())
                .update();

        assertThat(get(image(made)).statusCode()).isEqualTo(404);
        var tom = projects.allow(
                made.id(), made.tom(), Purpose.PHOTO, projects.today().plusDays(3), made.teacher());
        assertThat(get(image(made)).statusCode()).isEqualTo(200);
        withdraw(tom, Authorisation.Withdrawer.SCHOOL);
        assertThat(get(image(made)).statusCode()).isEqualTo(404);
    }

    @Test
    void showsASurnameOnlyWhileAllowedAndForgetsItWithTheWithdrawal() throws Exception {
        var made = projects.published(school);
        assertThat(get(made.gallery()).body()).doesNotContain("Garonne-Lavelle");

        var surname = projects.allow(
                made.id(), made.ines(), Purpose.SURNAME, projects.today().plusDays(9), made.teacher());
        assertThat(get(made.gallery()).body()).contains("Inès Garonne-Lavelle");
        assertThat(get("/trophees.atom").body()).doesNotContain("Garonne-Lavelle");

        withdraw(surname, Authorisation.Withdrawer.SCHOOL);
        assertThat(get(made.gallery()).body()).doesNotContain("Garonne-Lavelle").contains("Inès");
        assertThat(repository.find(surname).orElseThrow().surname()).isNull();
    }

    @Test
    void letsTheFamilyTakeItBackFromItsOwnAddress() throws Exception {
        var made = projects.published(school);
        var page = get(made.ines().page());
        assertThat(HtmlUtils.htmlUnescape(page.body())).contains("Photographie", made.title(), "noindex");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

        // Where MockMvc has been asked for a token before, the application keeps them in sessions.
        var cookies = page.headers().allValues("Set-Cookie").stream()
                .map(one -> one.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        var answer = BROWSER.send(
                request(made.ines().page())
                        .header("Cookie", cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "autorisation=%s&_csrf=%s".formatted(made.photo(), token(page.body()))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(get(image(made)).statusCode()).isEqualTo(404);
        assertThat(HtmlUtils.htmlUnescape(get(made.ines().page()).body())).contains("Retirée par la famille");
        assertThat(textsTo(made.teacher().mail(), "AUTHORISATION_WITHDRAWN")).hasSize(1);
    }

    /// Another family's key opens only its own.
    @Test
    void opensNothingOfAnotherPupil() throws Exception {
        var made = projects.published(school);

        assertThat(HtmlUtils.htmlUnescape(get(made.tom().page()).body())).doesNotContain("Photographie", "Inès");
    }

    @Test
    void warnsTheTeacherOnceAMonthBeforeTheEnd() {
        var made = projects.published(school);
        tellAll();
        assertThat(textsTo(made.teacher().mail(), "AUTHORISATION_ENDING")).isEmpty();

        clock.advance(Duration.ofDays(61));
        tellAll();
        tellAll();

        assertThat(textsTo(made.teacher().mail(), "AUTHORISATION_ENDING"))
                .hasSize(2)
                .allMatch(text -> text.contains("Inès"));
    }

    @Test
    void forgetsFacesAMonthAfterTheEndThenNamesAndKeepsTheWork() throws Exception {
        var made = projects.published(school);
        projects.allow(made.id(), made.tom(), Purpose.SURNAME, projects.today().plusDays(90), made.teacher());

        clock.advance(Duration.ofDays(125));
        forget("showcaseAuthorisations", "showcaseImages", "showcaseTeams");
        assertThat(count("authorisation", made)).isZero();
        assertThat(count("image", made)).isZero();
        assertThat(count("member", made)).isEqualTo(2);
        assertThat(get(made.gallery()).body()).contains("Inès");

        clock.advance(Duration.ofDays(760));
        forget("showcaseAuthorisations", "showcaseImages", "showcaseTeams");
        assertThat(count("member", made)).isZero();
        assertThat(get(made.gallery()).body())
                .contains(made.title(), "labyrinthe")
                .doesNotContain("Inès");
    }

    private void tellAll() {
        while (authorisations.tellSomeEnding()) {
            Thread.onSpinWait();
        }
    }

    private void forget(String... names) {
        for (var name : names) {
            var retention = Objects.requireNonNull(retentions.get(name), name);
            while (retention.forget(clock.instant(), 100) == 100) {
                Thread.onSpinWait();
            }
            assertThat(retention.due(clock.instant())).as(name).isZero();
        }
    }

    private int count(String table, ProjectFixtures.Made made) {
        return database.sql("select count(*) from showcase.%s where project_id = :id".formatted(table))
                .param("id", made.id().value())
                .query(Integer.class)
                .single();
    }

    private void withdraw(UUID id, Authorisation.Withdrawer by) {
        assertThat(authorisations.withdraw(repository.find(id).orElseThrow(), by))
                .isTrue();
    }

    private List<String> textsTo(String mail, String kind) {
        return database.sql("select text from notification.message where recipient = :mail and kind = :kind")
                .param("mail", mail)
                .param("kind", kind)
                .query((row, _) -> row.getString("text"))
                .list();
    }

    private static String image(ProjectFixtures.Made made) {
        return "/trophees/images/" + made.image();
    }

    private static String updated(HttpResponse<String> feed) {
        return feed.body().replaceAll("(?s).*<entry>.*?<updated>(.*?)</updated>.*", "$1");
    }

    private static String token(String page) {
        return page.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    /// Asked again by someone who kept `before`.
    private HttpResponse<String> kept(String path, HttpResponse<String> before) throws Exception {
        return get(path, "If-None-Match", before.headers().firstValue("ETag").orElseThrow());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
