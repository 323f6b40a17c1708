package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.contribution.Nature;
import fr.preau.territory.Territories;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The workbench as those who write a synthesis meet it, and what everyone reads in the end.
@PreauTest
class SynthesisPagesTests {
    private static final RequestPostProcessor NOBODY = request -> request;

    @Autowired
    private SynthesisFixtures fixtures;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private StatementRepository statements;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void refusesNeighboursSynthesisAndLevelAbove() {
        var ours = received("Prêter des ordinateurs.");
        var academie = fixtures.synthesis(ours.consultation(), fixtures.academieOf("09"));

        assertThat(open(coordinator("31"), ours.deskPath())).hasStatus(403);
        assertThat(send(coordinator("31"), ours.deskPath() + "/etape", "etape", "soumettre"))
                .hasStatus(403);
        assertThat(open(coordinator("09"), academie.deskPath())).hasStatus(403);
        assertThat(open(coordinator("09"), ours.deskPath())).hasStatusOk();
    }

    @Test
    void keepsWhatWasTypedAndSaysWhichFieldIsWrong() {
        var ours = received("Prêter des ordinateurs.");
        var item = fixtures.undealt(ours).getFirst();

        var answer =
                send(coordinator("09"), ours.deskPath() + "/ecarter", "element", item.seen(), "phrase", "Parce que.");

        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select(".errors li").eachText()).containsExactly("Choisissez une raison.");
        assertThat(page.select("[name=phrase]").text()).isEqualTo("Parce que.");
        assertThat(fixtures.undealt(ours)).hasSize(1);
    }

    @Test
    void leadsFromOneItemToTheNextAndShowsCoverage() {
        var ours = received("Prêter des ordinateurs.", "Former les familles.");
        var coordinator = coordinator("09");
        var first = fixtures.undealt(ours).getFirst();

        var answer = send(
                coordinator,
                ours.deskPath() + "/reprendre",
                "element",
                first.seen(),
                "lien",
                "REWORDS",
                "genre",
                "PROPOSAL",
                "texte",
                "Prêter un ordinateur à qui n'en a pas.");

        assertThat(answer).hasStatus3xxRedirection();
        assertThat(answer.getResponse().getRedirectedUrl())
                .endsWith("/elements/" + fixtures.undealt(ours).getFirst().id().value());
        var page = page(open(coordinator, ours.deskPath()));
        assertThat(page.select("#couverture").text()).isEqualTo("2 reçues, 1 traitée, 1 à traiter");
        assertThat(page.select(".inbox > li")).hasSize(1);
    }

    @Test
    void letsNobodyOverwriteAnother() {
        var ours = received("Prêter des ordinateurs.");
        var item = fixtures.undealt(ours).getFirst();
        var path = ours.deskPath() + "/reprendre";
        send(coordinator("09"), path, "element", item.seen(), "lien", "TAKES_UP", "genre", "PROPOSAL", "texte", "Un.");

        var late = send(
                coordinator("09"),
                ours.deskPath() + "/ecarter",
                "element",
                item.seen(),
                "raison",
                "OUT_OF_SCOPE",
                "phrase",
                "Non.");

        assertThat(late).hasStatus(409);
        assertThat(page(late).select("[role=alert]").text()).contains("Quelqu'un d'autre a agi ici");
        var statement = statements.of(ours.id()).getFirst();
        var there = ours.deskPath() + "/enonces/" + statement.id().value();
        var lock = String.valueOf(statement.lock());
        assertThat(send(coordinator("09"), there, "genre", "PROPOSAL", "texte", "Deux.", "lock", lock))
                .hasStatus3xxRedirection();
        assertThat(send(coordinator("09"), there, "genre", "PROPOSAL", "texte", "Trois.", "lock", lock))
                .hasStatus(409);
        assertThat(statements.of(ours.id()).getFirst().text()).isEqualTo("Deux.");
    }

    @Test
    void neverOffersToGroupWhatMayBeOpposed() {
        var ours = received(
                "Je suis pour donner une tablette à chaque élève de sixième.",
                "Je ne suis pas pour donner une tablette à chaque élève de sixième.",
                "Je suis pour donner une tablette à chaque éleve de sixieme !");
        var coordinator = coordinator("09");
        var all = fixtures.undealt(ours);
        var first = all.getFirst();
        var path = ours.deskPath() + "/elements/" + first.id().value();

        var beside = page(open(coordinator, path)).select(".beside");

        assertThat(beside).hasSize(2);
        for (var one : beside) {
            assertThat(one.text()).contains("Rapprochement proposé par comparaison de mots");
            var opposed = one.text().contains("Proches mais peut-être opposées");
            assertThat(one.text().contains("ne suis pas")).isEqualTo(opposed);
            assertThat(one.select("[value=accepter]").isEmpty()).isEqualTo(opposed);
        }
        assertThat(send(
                        coordinator,
                        path + "/rapprochement",
                        "autre",
                        all.get(1).id().value().toString(),
                        "suite",
                        "accepter",
                        "nom",
                        "Tablettes"))
                .hasStatus(409);
        assertThat(send(
                        coordinator,
                        path + "/rapprochement",
                        "autre",
                        all.get(2).id().value().toString(),
                        "suite",
                        "accepter",
                        "nom",
                        "Tablettes"))
                .hasStatus3xxRedirection();
        assertThat(fixtures.undealt(ours)).hasSize(3);
        assertThat(page(open(coordinator, path)).text())
                .contains("Regroupement : Tablettes, par " + coordinator.name());

        send(coordinator, "/espace/consultations/syntheses/rapprochements", "aide", "non");
        assertThat(page(open(coordinator, path)).select(".beside")).isEmpty();
    }

    @Test
    void showsEveryoneWhereStatementComesFrom() {
        var shown = fixtures.shown();
        var list = "/consultations/%s/syntheses".formatted(shown.consultation().value());

        assertThat(page(open(NOBODY, list)).select(".inbox .said").eachText())
                .containsExactly("Prêter un ordinateur à qui n'en a pas.");
        var source = page(open(NOBODY, list + "/1/enonces/" + shown.statement()));
        assertThat(source.select(".inbox .said").text()).isEqualTo("Un ordinateur pour chaque élève.");
        assertThat(source.text()).contains("1 contribution, 1 département");
        assertThat(page(open(NOBODY, list + "/1/mises-de-cote/" + shown.synthesis()))
                        .text())
                .contains("hors du sujet de la consultation", "La cantine n'est pas le sujet.");
        var file = open(NOBODY, list + "/1/fichiers/enonces.csv");
        assertThat(file).hasStatusOk().hasHeader("Content-Type", "text/csv;charset=UTF-8");
        assertThat(open(NOBODY, list + "/1/fichiers/autre.csv")).hasStatus(404);
    }

    @Test
    void givesBackWhatTheSecondOfTwoHadWritten() {
        var ours = received("Prêter des ordinateurs.");
        var item = fixtures.undealt(ours).getFirst();
        var path = ours.deskPath() + "/ecarter";
        String[] aside = {"element", item.seen(), "raison", "OUT_OF_SCOPE", "phrase", "Déjà fait."};
        send(coordinator("09"), path, aside);

        var late = send(
                coordinator("09"),
                ours.deskPath() + "/reprendre",
                "element",
                item.seen(),
                "lien",
                "TAKES_UP",
                "genre",
                "PROPOSAL",
                "texte",
                "Prêter partout.");

        assertThat(late).hasStatus(409);
        assertThat(page(late).text()).contains("n'est pas enregistré : « Prêter partout. »");

        send(coordinator("09"), ours.deskPath() + "/enonces", "genre", "PROPOSAL", "texte", "Un ajout.");
        var statement = statements.of(ours.id()).getFirst();
        var there = ours.deskPath() + "/enonces/" + statement.id().value();
        var lock = String.valueOf(statement.lock());
        send(coordinator("09"), there + "/supprimer", "lock", lock);
        var lost = send(coordinator("09"), there, "genre", "PROPOSAL", "texte", "Un ajout précisé.", "lock", lock);
        assertThat(lost).hasStatus(409);
        assertThat(page(lost).select("[name=texte]").text()).isEqualTo("Un ajout précisé.");
    }

    @Test
    void saysThatNoTimeWasLeftToObjections() {
        var ours = received("Prêter des ordinateurs.");
        var coordinator = coordinator("09");
        var item = fixtures.undealt(ours).getFirst();
        send(
                coordinator,
                ours.deskPath() + "/ecarter",
                "element",
                item.seen(),
                "raison",
                "OUT_OF_SCOPE",
                "phrase",
                "Non.");
        send(coordinator, ours.deskPath() + "/etape", "etape", "soumettre", "lock", "" + fixtures.lock(ours));
        send(
                coordinator,
                ours.deskPath() + "/etape",
                "etape",
                "ouvrir",
                "jours",
                "0",
                "lock",
                "" + fixtures.lock(ours));

        var text = page(open(coordinator, ours.deskPath())).text();

        assertThat(text)
                .contains("sans temps d'objection")
                .doesNotContain("ouverte aux objections")
                .doesNotContain("1900");
        assertThat(send(coordinator, ours.deskPath() + "/etape", "etape", "valider", "lock", "" + fixtures.lock(ours)))
                .hasStatus3xxRedirection();
    }

    private Synthesis received(String... texts) {
        var synthesis = fixtures.synthesis(fixtures.consultation(), fixtures.departement("09"));
        for (var text : texts) {
            fixtures.publish(fixtures.said(synthesis.consultation(), synthesis.territory(), Nature.PROPOSAL, text));
        }
        return synthesis;
    }

    private SignedIn coordinator(String departement) {
        return people.coordinator(territories.departement(departement).orElseThrow());
    }

    private MvcTestResult open(RequestPostProcessor who, String address) {
        TestSecurityContextHolder.clearContext();
        return mvc.get().uri(address).with(who).exchange();
    }

    private MvcTestResult send(RequestPostProcessor who, String address, String... fields) {
        TestSecurityContextHolder.clearContext();
        var request = mvc.post()
                .uri(address)
                .with(who)
                .with(csrf())
                .param("jeton", UUID.randomUUID().toString());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
