package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.attendance.DoorFixtures;
import fr.preau.event.EventFixtures;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/// The day itself: two phones at one door, the network cut; a door without scripts; the papers one leaves with.
@PreauTest
@ExtendWith(Scene.Setting.class)
class DoorJourney {
    @Autowired
    private DoorFixtures door;

    @Autowired
    private TestPeople people;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void countsOnceWhatTwoPhonesSawWithoutNetwork(Scene scene) {
        var event = door.event(60);
        var zoe = door.pupil(event, "Zoé");
        door.pupil(event, "Malik");
        door.schoolClass(event, "2de 4", 28);
        var organiser = people.member(event.organisation());
        var ticket = scene.visitor(Way.POINTER, Screen.PHONE).open(zoe.path() + "/billet");
        var code = ticket.page().locator(".code").innerText();
        door.goInto(event);
        var first = phone(scene, organiser, event);
        var second = phone(scene, people.member(event.organisation()), event);

        first.page().context().setOffline(true);
        second.page().context().setOffline(true);
        type(first.page(), code);
        reads(first.page(), "Zoé : bienvenue.");
        type(first.page(), code);
        reads(first.page(), "Zoé : déjà accueilli");
        type(second.page(), code);
        reads(second.page(), "Zoé : bienvenue.");
        press(second.page(), "Arrivé : Malik");
        press(second.page(), "Compter : 2de 4");
        reads(second.page(), "3 sur 3 inscriptions");
        var opening = second.page().locator("#secret").innerText();
        second.page().reload();
        reads(second.page(), "Code d'ouverture");
        assertThat(second.page().locator("body").innerText()).doesNotContain("Malik");
        assertThat(stored(second.page())).doesNotContain("Malik", "Zoé", code.replace("-", ""));
        second.page().locator("#cle").fill(opening);
        press(second.page(), "Ouvrir la liste");
        reads(second.page(), "3 sur 3 inscriptions");

        first.page().context().setOffline(false);
        second.page().context().setOffline(false);
        press(first.page(), "Envoyer maintenant");
        press(second.page(), "Envoyer maintenant");
        waits(first.page(), "attente", "0");
        waits(second.page(), "attente", "0");
        first.open(DoorFixtures.path(event)).reads("Présents 3 inscriptions : 30 élèves, 2 adultes");
    }

    @Test
    void welcomesWithoutScripts(Scene scene) {
        var event = door.event(60);
        door.pupil(event, "Zoé");
        door.schoolClass(event, "2de 4", 28);
        var organiser = scene.visitor(people.member(event.organisation()), Way.NO_SCRIPT, Screen.PHONE);
        door.goInto(event);

        organiser.open(DoorFixtures.path(event)).press("Arrivé").reads("Zoé : bienvenue.");
        organiser.follow("Compter la classe").type("Élèves présents", "26").press("Noter l'arrivée");
        organiser.reads("Présents 2 inscriptions : 27 élèves, 2 adultes");
        organiser.type("Combien de personnes", "3").press("Compter").reads("En tout 32 personnes");
        door.goAfter(event, Duration.ofHours(1));
        organiser.open(DoorFixtures.path(event)).follow("Clore l'appel").press("Clore l'appel ainsi");
        organiser.reads("Appel clos");
    }

    @Test
    void leavesWithACertificateThatAnyoneMayCheck(Scene scene) {
        var event = door.event(60);
        var zoe = door.pupil(event, "Zoé");
        var organiser = scene.visitor(people.member(event.organisation()));
        door.goInto(event);
        organiser.open(DoorFixtures.path(event)).press("Arrivé").reads("Zoé : bienvenue.");
        organiser.follow("Voir ou annuler").reads("1 élève");
        door.goAfter(event, Duration.ofHours(1));

        var pupil = scene.visitor(Way.KEYBOARD, Screen.NARROW);
        pupil.open(zoe.path()).follow("Attestation de présence").press("Demander mon attestation");
        pupil.reads("Zoé").follow("Vérifier cette attestation").reads("Attestation valide");
        pupil.doesNotRead("Zoé");
        organiser.open(DoorFixtures.path(event) + "/attestations");
        organiser
                .type("Nom de la personne", "Awa Lumière")
                .press("Faire l'attestation")
                .reads("Awa Lumière");
    }

    /// A phone that has the list with it.
    private static Visitor phone(Scene scene, SignedIn organiser, EventFixtures.Published event) {
        var visitor = scene.visitor(organiser, Way.POINTER, Screen.PHONE);
        visitor.open(DoorFixtures.path(event)).follow("Scanner, même sans réseau");
        press(visitor.page(), "Emporter la liste");
        reads(visitor.page(), "Zoé");
        return visitor;
    }

    private static void type(Page page, String code) {
        page.getByLabel("Code du billet").fill(code);
        press(page, "Accueillir");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private static void reads(Page page, String words) {
        page.waitForCondition(() -> page.locator("main")
                .innerText()
                .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .contains(words));
    }

    private static void waits(Page page, String id, String words) {
        page.waitForCondition(() -> page.locator("#" + id).innerText().equals(words));
    }

    /// All that this browser's database holds, as text.
    private static String stored(Page page) {
        return String.valueOf(page.evaluate("""
                async () => {
                  const all = await Coffre.act("readonly", store => store.getAll());
                  const text = bytes => new TextDecoder("utf-8").decode(bytes);
                  const caches_ = [];
                  for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    for (const request of await cache.keys()) {
                      caches_.push(await (await cache.match(request)).text());
                    }
                  }
                  return all.map(one => JSON.stringify(one) + text(one.data)).join() + caches_.join()
                    + JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
                }"""));
    }
}
