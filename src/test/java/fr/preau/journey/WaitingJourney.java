package fr.preau.journey;

import fr.preau.PreauTest;
import fr.preau.event.EventFixtures;
import fr.preau.programme.EditionFixtures;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/// The last seat goes, someone waits, someone cancels, the mail comes, the seat is theirs.
@PreauTest
@ExtendWith(Scene.Setting.class)
class WaitingJourney {
    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    @Test
    void getsASeatFromTheWaitingList(Scene scene) {
        live(scene, Way.POINTER, Screen.DESKTOP);
    }

    @Test
    void getsASeatFromTheWaitingListWithoutScriptsOnAPhone(Scene scene) {
        live(scene, Way.NO_SCRIPT, Screen.PHONE);
    }

    @Test
    void getsASeatFromTheWaitingListWithTheKeyboardOnANarrowScreen(Scene scene) {
        live(scene, Way.KEYBOARD, Screen.NARROW);
    }

    private void live(Scene scene, Way way, Screen screen) {
        var event = events.published()
                .on(editions.today().plusDays(9), "14:00", "16:00")
                .seats(2)
                .forClasses(0)
                .now();
        var page = "/evenements/" + event.id().value();
        var seated = scene.visitor(way, screen);
        var waits = scene.visitor(way, screen);
        var mail = "waits-%s@example.org".formatted(UUID.randomUUID());

        var first = "seated-%s@example.org".formatted(UUID.randomUUID());
        asks(seated.open(page), "Alex", first, 1).reads("Regardez vos courriels");
        seated.open(scene.letters().link(first, "/inscriptions/")).reads("La place est réservée");
        asks(waits.open(page), "Camille", mail, 2).reads("Plus assez de places").reads("Attendre une place");
        waits.press("Rejoindre la liste d'attente").reads("Regardez vos courriels");
        waits.open(scene.letters().link(mail, "/attente/")).reads("Vous êtes en tête de la liste");
        waits.follow("Quitter la liste").reads("Votre tour est perdu").follow("Non, garder mon tour");
        waits.follow("Mes données").reads(mail).follow("Effacer mes données").reads("votre tour sera perdu");
        waits.follow("Non, ne rien effacer").follow("Revenir à ma place");
        scene.visitor(way, screen)
                .open(page)
                .reads("Complet")
                .follow("Rejoindre la liste d'attente (1 demande)")
                .reads("Les places libres vont à celles et ceux qui attendent déjà.");

        seated.follow("Annuler l'inscription").press("Oui, annuler l'inscription");
        scene.letters().to(mail, "Une place pour vous");
        waits.open(scene.letters().link(mail, "/attente/")).reads("2 places vous sont proposées");
        waits.press("Accepter").reads("C'est fait").reads("Les 2 places sont réservées");
        scene.letters().to(mail, "Inscription confirmée");
    }

    private static Visitor asks(Visitor visitor, String name, String mail, int people) {
        visitor.follow("Je suis parent ou adulte").type("Votre prénom", name);
        visitor.type("Votre adresse de courriel", mail).type("Combien de personnes", String.valueOf(people));
        return visitor.press("S'inscrire");
    }
}
