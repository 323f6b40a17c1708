package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.contribution.ContributionFixtures;
import fr.preau.territory.Territories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a workshop said, from the rapporteur's phone without network to the page everyone reads.
@PreauTest
@ExtendWith(Scene.Setting.class)
class ReportJourney {
    @Autowired
    private ContributionFixtures fixtures;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsADraftWithoutNetworkAndDepositsItOnce(Scene scene) {
        var held = fixtures.held("09");
        var rapporteur = scene.keeper(Way.POINTER, Screen.PHONE).open(held.path());
        var phone = rapporteur.page();
        phone.evaluate("navigator.serviceWorker.ready.then(() => true)");
        phone.waitForCondition(() ->
                Boolean.TRUE.equals(phone.evaluate("caches.match(location.pathname).then(kept => Boolean(kept))")));
        phone.context().setOffline(true);

        phone.locator("#present-PUPIL").fill("18");
        press(phone, "Ajouter une ligne");
        phone.locator("#nature-5").selectOption("PROPOSAL");
        phone.locator("#texte-5").fill("Ne pas fermer la salle informatique le midi.");
        press(phone, "Vérifier avant de déposer");
        reads(phone, "Pas de réseau");
        assertThat(phone.evaluate("""
                (() => { const said = document.getElementById("compte-rendu-reponse").getBoundingClientRect();
                    return said.height > 0 && said.top >= 0 && said.bottom <= innerHeight; })()
                """)).as("the answer is on the screen").isEqualTo(true);
        phone.reload();
        reads(phone, "Votre brouillon, gardé sur cet appareil, est revenu.");
        assertThat(phone.locator("#texte-5").inputValue()).contains("salle informatique");

        phone.context().setOffline(false);
        reads(phone, "À vérifier");
        press(phone, "Déposer le compte rendu");
        reads(phone, "Compte rendu déposé");
        assertThat(phone.evaluate("localStorage.length")).isEqualTo(0);
        assertThat(jdbc.sql("select count(*) from contribution.contribution where workshop_id = ?")
                        .param(held.workshop())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void tellsASecondDepositOfTheSameDraftThatItWasReceived(Scene scene) {
        var held = fixtures.held("09");
        var rapporteur = scene.visitor(Way.POINTER, Screen.DESKTOP).open(held.path());
        var first = rapporteur.page();
        first.locator("#nature-0").selectOption("NEED");
        first.locator("#texte-0").fill("Des prises dans chaque salle, et du temps.");
        var second = first.context().newPage();
        second.navigate(first.url());
        reads(second, "Votre brouillon");
        for (var page : new Page[] {first, second}) {
            press(page, "Vérifier avant de déposer");
            reads(page, "À vérifier");
        }

        press(first, "Déposer le compte rendu");
        reads(first, "Compte rendu déposé");
        press(second, "Déposer le compte rendu");
        reads(second, "n'a pas été déposé deux fois");
    }

    @Test
    void goesFromTheRoomToEveryoneWithoutScripts(Scene scene) {
        var held = fixtures.held("09");
        var rapporteur = scene.visitor(Way.NO_SCRIPT, Screen.NARROW).open(held.path());
        rapporteur.type("Élèves", "14").press("Ajouter une ligne").reads("Ligne 6");
        rapporteur.pick("Nature", "Constat").type("Ce qui a été dit", "Le débit tombe dès dix heures.");
        rapporteur.press("Vérifier avant de déposer").reads("À vérifier");
        rapporteur.press("Déposer le compte rendu").reads("Le compte rendu est déposé : 1 contribution");

        var participant = scene.visitor(Way.KEYBOARD, Screen.PHONE);
        participant.open(rapporteur.page().locator("a[href$='/lecture']").getAttribute("href"));
        participant.type("Votre remarque", "C'était dès neuf heures.").press("Envoyer la remarque");
        participant.reads("Votre remarque est envoyée");
        rapporteur
                .open(held.path())
                .tick("corrigé")
                .type("Votre réponse", "C'est corrigé.")
                .press("Répondre");
        rapporteur.follow("Corriger C-").type("Ce qui a été dit", "Le débit tombe dès neuf heures.");
        rapporteur.press("Enregistrer la correction").reads("version 2");

        var coordinator =
                scene.visitor(people.coordinator(territories.departement("09").orElseThrow()));
        coordinator.open(held.deskPath()).reads("1 compte rendu reçu").unfold("Valider");
        coordinator.page().locator("input[name=motif]").fill("La salle l'a relu.");
        coordinator.press("Valider et publier").reads("validé");

        var reader = scene.visitor(Way.POINTER, Screen.NARROW);
        reader.open(held.consultation().path() + "/contributions").reads("Le débit tombe dès neuf heures.");
        reader.follow("C-").reads("un groupe, atelier").doesNotRead("Version 1");
        reader.open(held.consultation().path() + "/contribuer");
        reader.pick("Votre département", "Ariège (09)").tick("Un égal accès").tick("Besoin");
        reader.type("Votre contribution", "Du débit dès neuf heures dans tout le lycée.");
        reader.press("Relire avant d'envoyer").reads("Voir aussi").press("Envoyer ma contribution");
        reader.reads("est reçue").reads("sera publiée une fois relue");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private static void reads(Page page, String words) {
        try {
            page.waitForCondition(() -> text(page).contains(words));
        } catch (TimeoutError late) {
            throw new AssertionError("no « %s » on %s: %s".formatted(words, page.url(), text(page)), late);
        }
    }

    private static String text(Page page) {
        return page.locator("main").innerText().replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
