package fr.preau.journey;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationFixtures;
import fr.preau.territory.Territories;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/// A coordinator prepares a half-day; three people rank workshops, each in their way; the draw seats them, tells each
/// why, and hands on the seat of the one who leaves.
@PreauTest
@ExtendWith(Scene.Setting.class)
class ConsultationJourney {
    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    /// Someone who takes part.
    private record Participant(Visitor visitor, String mail) {}

    @Test
    void goesFromATemplateToASeatThatIsHandedOn(Scene scene) {
        var consultation = fixtures.consultation();
        var coordinator =
                scene.visitor(people.coordinator(territories.departement("09").orElseThrow()));
        var link = prepare(coordinator, consultation);
        var three = List.of(
                ranks(scene, link, consultation, Way.POINTER, Screen.DESKTOP),
                ranks(scene, link, consultation, Way.NO_SCRIPT, Screen.PHONE),
                ranks(scene, link, consultation, Way.KEYBOARD, Screen.NARROW));

        var session = fixtures.close(fixtures.only(consultation));
        coordinator.open(session.deskPath()).follow("Donner les places").type("Valeur obtenue", "4 12 23 31 45");
        coordinator.press("Relire la valeur").reads("Relisez chaque signe").reads("4 12 23 31 45");
        coordinator.press("Donner les places et prévenir chacun").reads("Les places sont attribuées");

        handsOn(scene, three);
        scene.visitor()
                .open(session.path())
                .follow("Le procès-verbal du tirage")
                .reads("4 12 23 31 45")
                .reads("Passe 1, après le tirage");
        coordinator.follow("Participants").reads("Qui vient dans quel atelier");
    }

    /// Answers the address of the private link.
    private static String prepare(Visitor coordinator, Consultation consultation) {
        coordinator
                .open("/espace/consultations/" + consultation.id().value() + "/sessions/nouvelle")
                .type("Titre", "Consultation de l'Ariège")
                .type("Qui accueille", "Lycée de la Table")
                .type("Adresse du lieu", "1 rue du Test, Foix")
                .type("Ateliers à classer", "3")
                .type("Places par atelier", "1")
                .type("Valeur publique annoncée", "Le Loto de samedi");
        coordinator.press("Enregistrer").reads("un atelier par thème");
        coordinator.follow("Choisir la règle").tick("Équité").press("Choisir cette règle");
        coordinator.press("Ouvrir les inscriptions").reads("Les inscriptions sont ouvertes");
        coordinator.follow("Lien d'inscription et affiche");
        return String.valueOf(coordinator.page().locator("p.address a").textContent());
    }

    /// Everybody prefers the same workshop, which seats one.
    private static Participant ranks(Scene scene, String link, Consultation consultation, Way way, Screen screen) {
        var mail = "rank-%s@example.org".formatted(UUID.randomUUID());
        var visitor = scene.visitor(way, screen);
        visitor.open(link.replaceFirst("https?://[^/]+", ""))
                .type("Votre adresse de courriel", mail)
                .pick("Vous participez comme", "élève");
        for (var rank = 0; rank < 3; rank++) {
            visitor.pick("Vœu " + (rank + 1), consultation.themes().get(rank).name());
        }
        visitor.press("Envoyer mes vœux").reads("C'est noté");
        visitor.open(scene.letters().link(mail, "/consultations/mes-voeux/")).reads("Vos vœux sont enregistrés");
        return new Participant(visitor, mail);
    }

    private static void handsOn(Scene scene, List<Participant> three) {
        three.forEach(one -> {
            var page = scene.letters().to(one.mail(), "Votre atelier").link("/consultations/mes-voeux/");
            one.visitor().open(page).follow("Pourquoi ce résultat ?").reads("Votre numéro au tirage");
            one.visitor().reads("Votre contrôle").follow("Mon inscription");
        });
        var first = three.stream()
                .filter(one -> one.visitor().text().contains("votre premier vœu"))
                .findFirst()
                .orElseThrow();

        first.visitor().follow("Ne plus venir").press("Rendre la place").reads("la place est rendue");

        // Everybody put the same workshop first: one of those who stay has it now, and was told.
        var gained = three.stream()
                .filter(one -> !one.equals(first))
                .filter(one -> one.visitor()
                        .open(scene.letters().link(one.mail(), "/consultations/mes-voeux/"))
                        .text()
                        .contains("votre premier vœu"))
                .findFirst()
                .orElseThrow();
        scene.letters().to(gained.mail(), "Une place que vous préfériez");
    }
}
