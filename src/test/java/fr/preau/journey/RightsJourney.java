package fr.preau.journey;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/// Someone sees what is kept about them, corrects it, moves to another address and leaves: from the link of a
/// registration, then from an account; with a pointer, without scripts, with the keyboard alone.
@PreauTest
@ExtendWith(Scene.Setting.class)
class RightsJourney {
    @Autowired
    private EventFixtures events;

    @Autowired
    private TestPeople people;

    @Test
    void erasesARegistrationWithAPointer(Scene scene) {
        erase(scene, scene.visitor(Way.POINTER, Screen.DESKTOP));
    }

    @Test
    void erasesARegistrationWithoutScriptsOnAPhone(Scene scene) {
        erase(scene, scene.visitor(Way.NO_SCRIPT, Screen.PHONE));
    }

    @Test
    void erasesARegistrationWithTheKeyboardOnANarrowScreen(Scene scene) {
        erase(scene, scene.visitor(Way.KEYBOARD, Screen.NARROW));
    }

    @Test
    void leavesAnAccountWithAPointer(Scene scene) {
        leave(scene, Way.POINTER, Screen.DESKTOP);
    }

    @Test
    void leavesAnAccountWithoutScriptsOnAPhone(Scene scene) {
        leave(scene, Way.NO_SCRIPT, Screen.PHONE);
    }

    private void erase(Scene scene, Visitor visitor) {
        var event = events.published().seats(12).now();
        var mail = mail();
        visitor.open("/evenements/%s/seances/%s/inscription?comme=adulte"
                .formatted(event.id().value(), event.session().value()));
        visitor.type("Votre prénom", "Camile").type("Votre adresse de courriel", mail);
        visitor.type("Combien de personnes", "3").press("S'inscrire").reads("Regardez vos courriels");
        visitor.open(scene.letters().link(mail, "/inscriptions/")).reads("Les 3 places sont réservées");

        visitor.follow("Mes données").reads("Camile").reads(mail).reads("Inscription confirmée");
        visitor.type("Prénom", "").press("Corriger le prénom").reads("Écrivez votre prénom.");
        visitor.type("Prénom", "Camille")
                .press("Corriger le prénom")
                .reads("C'est corrigé")
                .reads("Camille");

        var moved = mail();
        visitor.type("Nouvelle adresse", moved).press("Changer l'adresse").reads("Jusque-là, rien ne change");
        visitor.open(scene.letters().link(moved, "/inscriptions/adresse/")).reads(moved);
        visitor.press("Oui, c'est la mienne").reads("L'adresse est changée");

        visitor.follow("Mes données").reads(moved).follow("Effacer mes données").reads("3 places seront rendues");
        visitor.follow("Non, ne rien effacer").follow("Effacer mes données");
        visitor.press("Oui, tout effacer").reads("C'est effacé");
        visitor.open("/evenements/" + event.id().value()).reads("12");
    }

    private void leave(Scene scene, Way way, Screen screen) {
        var organisation = people.organisation("Association qui s'en va");
        var member = people.member(organisation.id());
        var visitor = scene.visitor(way, screen);
        new Account(visitor, scene.letters(), member.mail()).signIn();

        visitor.open("/espace").follow("mes données").reads(member.mail()).reads("Association qui s'en va");
        var moved = mail();
        visitor.type("Nouvelle adresse", moved).press("Envoyer le lien").reads("Jusque-là, rien ne change");
        visitor.open(scene.letters().link(moved, "/adresse/")).reads(moved);
        visitor.press("Oui, c'est la mienne").reads("nouvelle adresse");

        visitor.open("/espace/mes-donnees").reads(moved).follow("Supprimer mon compte");
        visitor.reads("Vous êtes la dernière personne de « Association qui s'en va »");
        visitor.press("Oui, supprimer mon compte")
                .reads("Votre compte est supprimé")
                .reads("Se connecter");
        scene.letters().to(moved, "Votre compte est supprimé");
    }

    private static String mail() {
        return "rights-%s@example.org".formatted(UUID.randomUUID());
    }
}
