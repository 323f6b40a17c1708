package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PreauTest
class ImportPagesTests {
    private static final String HERE = "/espace/administration/etablissements";

    private final MockMvcTester pages;
    private final TestPeople people;
    private final JdbcClient jdbc;
    private final Schools schools;

    @Autowired
    ImportPagesTests(MockMvcTester pages, TestPeople people, JdbcClient jdbc, Schools schools) {
        this.pages = pages;
        this.people = people;
        this.jdbc = jdbc;
        this.schools = schools;
    }

    @AfterEach
    void leavesPlace() {
        jdbc.sql("update territory.import_run set state = 'FAILED' where state = 'RUNNING'")
                .update();
    }

    @Test
    void letsOnlyPilotsIn() {
        assertThat(pages.get().uri(HERE)).hasStatus3xxRedirection();
        assertThat(pages.get().uri(HERE).with(people.teacher(ASchool.randomUai())))
                .hasStatus(403);
        assertThat(pages.get().uri(HERE).with(people.pilot())).hasStatusOk();
        assertThat(pages.get().uri(HERE + "/" + UUID.randomUUID()).with(people.teacher(ASchool.randomUai())))
                .hasStatus(403);
        assertThat(pages.get().uri(HERE + "/" + UUID.randomUUID()).with(people.pilot()))
                .hasStatus(404);
        assertThat(send(people.teacher(ASchool.randomUai()), UUID.randomUUID(), "uai,nom,adresse\n"))
                .hasStatus(403);
    }

    @Test
    void showsWhatAnImportWouldDoThenDoesIt() throws Exception {
        var pilot = people.pilot();
        var good = ASchool.randomUai();
        var preview = UUID.randomUUID();
        var file = "uai;nom;adresse;departement\n%s;Lycée du Report;1 rue;Ariège\n0000000Z;Autre;2 rue;Ariège\n"
                .formatted(good);
        assertThat(send(pilot, preview, file)).hasRedirectedUrl(HERE + "/" + preview);
        assertThat(send(pilot, preview, file)).hasRedirectedUrl(HERE + "/" + preview);
        var shown = finished(pilot, preview);
        assertThat(shown.title()).startsWith("Aperçu, 1 ligne refusée");
        assertThat(shown.select("h2").text()).contains("rien n'est encore fait");
        assertThat(shown.text()).contains("Créés : 1", good + ", Lycée du Report");
        assertThat(schools.find(good)).isEmpty();

        var run = UUID.randomUUID();
        assertThat(act(pilot, preview, "import", run)).hasRedirectedUrl(HERE + "/" + run);
        var page = finished(pilot, run);
        assertThat(page.select("tbody tr").eachText())
                .containsExactly("3 UAI « 0000000Z » : la lettre ne correspond pas au numéro");
        assertThat(page.title()).startsWith("Terminé, 1 ligne refusée");
        assertThat(page.select("h2").text()).contains("sauf des lignes à reprendre");
        assertThat(schools.find(good)).isPresent();
        // Pressed twice: once done.
        assertThat(act(pilot, preview, "import", UUID.randomUUID())).hasRedirectedUrl(HERE + "/" + run);
        assertThat(page(pages.get().uri(HERE + "/" + preview).with(pilot).exchange())
                        .select("form[action$=/import]"))
                .isEmpty();
        var list = page(pages.get().uri(HERE).with(pilot).exchange());
        assertThat(list.select("tbody tr").first()).isNotNull();
    }

    @Test
    void carriesNoPreviewOutOnceTheDirectoryHasChanged() throws Exception {
        var pilot = people.pilot();
        var first = preview(pilot, "uai;nom;adresse;departement\n%s;Lycée A;1;09\n".formatted(ASchool.randomUai()));
        var second = preview(pilot, "uai;nom;adresse;departement\n%s;Lycée B;1;09\n".formatted(ASchool.randomUai()));
        carryOut(pilot, second);
        var answer = act(pilot, first, "import", UUID.randomUUID());
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#erreurs").text()).contains("a changé depuis cet aperçu");
    }

    @Test
    void takesAnImportBack() throws Exception {
        var pilot = people.pilot();
        var head = "uai;nom;adresse;departement;etat\n";
        var was = ASchool.randomUai();
        carryOut(pilot, preview(pilot, head + was + ";Lycée d'avant;1;09;OUVERT\n"));
        var made = ASchool.randomUai();
        var used = ASchool.randomUai();
        var run = carryOut(
                pilot,
                preview(
                        pilot,
                        head + was + ";Lycée d'après;2;09;FERME\n" + made + ";Neuf;1;09;OUVERT\n" + used
                                + ";Servi;1;09;OUVERT\n"));
        people.teacher(used);
        var back = UUID.randomUUID();
        assertThat(act(pilot, run, "retour", back)).hasRedirectedUrl(HERE + "/" + back);
        var page = finished(pilot, back);
        assertThat(page.select("h2").text()).contains("revenu en arrière");
        assertThat(page.text()).contains(used + ", Servi : sert déjà");
        assertThat(schools.find(was).orElseThrow().name()).isEqualTo("Lycée d'avant");
        assertThat(schools.find(was).orElseThrow().open()).isTrue();
        assertThat(schools.find(made)).isEmpty();
        assertThat(schools.find(used)).isPresent();
        assertThat(act(pilot, run, "retour", UUID.randomUUID())).hasRedirectedUrl(HERE + "/" + back);
    }

    @Test
    void keepsWhatALaterImportChanged() throws Exception {
        var pilot = people.pilot();
        var head = "uai;nom;adresse;departement\n";
        var uai = ASchool.randomUai();
        var first = carryOut(pilot, preview(pilot, head + uai + ";Un;1;09\n"));
        carryOut(pilot, preview(pilot, head + uai + ";Deux;1;09\n"));
        var back = UUID.randomUUID();
        act(pilot, first, "retour", back);
        assertThat(finished(pilot, back).text()).contains(uai + ", Deux : changé depuis");
        assertThat(schools.find(uai)).isPresent();
    }

    @Test
    void takesNothingBackAfterAWeek() throws Exception {
        var pilot = people.pilot();
        var run = carryOut(
                pilot, preview(pilot, "uai;nom;adresse;departement\n%s;Vieux;1;09\n".formatted(ASchool.randomUai())));
        jdbc.sql("update territory.import_run set ended_at = ended_at - interval '8 days' where id = ?")
                .param(run)
                .update();
        assertThat(page(pages.get().uri(HERE + "/" + run).with(pilot).exchange())
                        .select("form[action$=/retour]"))
                .isEmpty();
        assertThat(act(pilot, run, "retour", UUID.randomUUID())).hasStatus(409);
    }

    @Test
    void saysThatNothingIsImportedWhenNoLineIs() throws Exception {
        var pilot = people.pilot();
        var page = finished(pilot, preview(pilot, "uai;nom;type\n%s;Lycée;Lycée\n".formatted(ASchool.randomUai())));
        assertThat(page.select("h2").text()).contains("Rien n'est importé");
        assertThat(page.text()).contains("celle du département, du code postal ou de la commune");
    }

    @Test
    void refusesWhatIsNoDirectory() throws Exception {
        var pilot = people.pilot();
        var answer = send(pilot, UUID.randomUUID(), "%PDF-1.7");
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#fichier-erreur").text())
                .isEqualTo("« annuaire.csv » n'est pas un annuaire d'établissements : c'est un PDF.");
        assertThat(send(pilot, UUID.randomUUID(), "")).hasStatus(422);
        assertThat(pages.post().uri(HERE).with(pilot).with(csrf())).hasStatus(422);
    }

    @Test
    void showsProgressAndRefusesSecondImport() throws Exception {
        var pilot = people.pilot();
        var run = UUID.randomUUID();
        jdbc.sql("""
                        insert into territory.import_run (id, kind, file, started_at, seen_at, state, bytes_read, bytes)
                        values (:id, 'SCHOOLS', 'en-cours.csv', now(), now(), 'RUNNING', 42, 100)
                        """).param("id", run).update();
        var page = page(pages.get().uri(HERE + "/" + run).with(pilot).exchange());
        assertThat(page.select("progress").attr("value")).isEqualTo("42");
        assertThat(page.select("#suivi").attr("data-hx-trigger")).isEqualTo("every 1s");
        assertThat(page.select("noscript meta[http-equiv=refresh]")).hasSize(1);
        var answer = send(pilot, UUID.randomUUID(), "uai,nom,adresse\n");
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).text()).contains("Un autre import est en cours");
    }

    @Test
    void takesPlaceOfImportCutShort() throws Exception {
        var pilot = people.pilot();
        var dead = UUID.randomUUID();
        jdbc.sql("""
                        insert into territory.import_run (id, kind, file, started_at, seen_at, state, bytes)
                        values (:id, 'SCHOOLS', 'coupé.csv', now() - interval '1 hour', now() - interval '1 hour', 'RUNNING', 100)
                        """).param("id", dead).update();
        var run = UUID.randomUUID();
        assertThat(send(pilot, run, "uai,nom,adresse\n")).hasRedirectedUrl(HERE + "/" + run);
        finished(pilot, run);
        assertThat(finished(pilot, dead).text()).contains("interrompu");
    }

    private MvcTestResult send(SignedIn who, UUID token, String content) {
        var file =
                new MockMultipartFile("fichier", "annuaire.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
        return pages.post()
                .uri(HERE)
                .multipart()
                .file(file)
                .param("jeton", token.toString())
                .with(who)
                .with(csrf())
                .exchange();
    }

    private UUID preview(SignedIn who, String content) throws Exception {
        var preview = UUID.randomUUID();
        assertThat(send(who, preview, content)).hasStatus3xxRedirection();
        finished(who, preview);
        return preview;
    }

    private UUID carryOut(SignedIn who, UUID preview) throws Exception {
        var run = UUID.randomUUID();
        assertThat(act(who, preview, "import", run)).hasStatus3xxRedirection();
        finished(who, run);
        return run;
    }

    private MvcTestResult act(SignedIn who, UUID run, String act, UUID token) {
        return pages.post()
                .uri(HERE + "/" + run + "/" + act)
                .param("jeton", token.toString())
                .with(who)
                .with(csrf())
                .exchange();
    }

    private Document finished(SignedIn who, UUID run) throws Exception {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            var page = page(pages.get().uri(HERE + "/" + run).with(who).exchange());
            if (page.select("progress").isEmpty() || Instant.now().isAfter(end)) {
                return page;
            }
            Thread.sleep(50);
        }
    }

    private static Document page(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
