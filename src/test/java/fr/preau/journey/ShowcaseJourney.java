package fr.preau.journey;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A team's project: its teacher writes it and notes what a family signed, moderators publish it,
/// everyone sees it with the pupil's surname, the family takes that back from its own address, and it is gone.
@PreauTest
@ExtendWith(Scene.Setting.class)
class ShowcaseJourney {
    @Autowired
    private TestPeople people;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private JdbcClient database;

    @Test
    void livesThroughAProjectWithAPointer(Scene scene) {
        live(scene, Way.POINTER, Screen.DESKTOP);
    }

    @Test
    void livesThroughAProjectWithoutScriptsOnAPhone(Scene scene) {
        live(scene, Way.NO_SCRIPT, Screen.PHONE);
    }

    private void live(Scene scene, Way way, Screen screen) {
        editions.current();
        var title = "Labyrinthe " + UUID.randomUUID().toString().substring(0, 8);
        var school =
                ASchool.lycee("Lycée du labyrinthe").in("Foix", "09000", "09").add(database);
        var teacher = signedIn(scene, way, screen, people.teacher(school.uai()));
        writes(teacher, title);
        var family = allows(teacher, title);
        var moderator = signedIn(scene, way, screen, people.pilot());
        moderator.open("/espace/moderation/trophees").follow(title).reads("Ce qui est proposé");
        moderator.press("Accepter et publier").reads("dans la galerie");

        var visitor = scene.visitor(way, screen);
        visitor.open("/trophees?q=" + title.replace(" ", "+")).follow(title).reads("Inès Martinel");
        var parent = scene.visitor(way, screen);
        parent.open(family).reads("Nom de famille").press("Retirer").reads("déjà caché");
        visitor.open(visitor.page().url()).reads("Inès").doesNotRead("Martinel");
    }

    private void writes(Visitor teacher, String title) {
        teacher.open("/espace/trophees").follow("Présenter un projet");
        teacher.type("Titre", title).press("Enregistrer").reads("Avant de soumettre");
        teacher.follow("Compléter").pick("Niveau", "terminale").pick("Catégorie", "Jeu");
        teacher.type("En bref", "Un jeu d'exploration.")
                .type("Ce qu'il fait", "On parcourt un labyrinthe dont les couloirs changent.")
                .type("Comment il a été fabriqué", "En Python, avec un graphe des salles.")
                .type("Prénoms ou pseudonymes", "Inès\nTom")
                .pick("Licence", "MIT");
        teacher.press("Enregistrer").reads("C'est enregistré");
    }

    /// Returns the address that the family's sheet carries.
    private String allows(Visitor teacher, String title) {
        teacher.follow("Autorisations des familles").follow("Feuille à imprimer pour Inès");
        var family = teacher.text().replaceAll(".*(/autorisations/[A-Za-z0-9_-]{27}).*", "$1");
        teacher.follow("Revenir aux autorisations").pick("Élève", "Inès").pick("Permet de montrer", "nom de famille");
        teacher.pick("Signée par", "responsable légal")
                .type("Signée le", editions.today().toString())
                .type("Nom de famille à montrer", "Martinel");
        teacher.press("Enregistrer l'autorisation").reads("valable jusqu'au");
        teacher.follow(title).press("Soumettre").reads("attend d'être lu");
        return family;
    }

    private static Visitor signedIn(Scene scene, Way way, Screen screen, SignedIn person) {
        var account = new Account(scene.visitor(way, screen), scene.letters(), person.mail());
        account.signIn();
        return account.visitor();
    }
}
