package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.event.Audience;
import fr.preau.event.EventFixtures;
import fr.preau.registration.Outcome;
import fr.preau.registration.Registrant;
import fr.preau.registration.Registration;
import fr.preau.registration.Registrations;
import fr.preau.registration.SeatRequest;
import fr.preau.territory.ASchool;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An organiser answers what a class needs and writes to everyone; the territory reads the log; the teacher reads the
/// answer behind their link, and stops their reminders.
@PreauTest
@ExtendWith(Scene.Setting.class)
class MessagesJourney {
    @Autowired
    private TestPeople people;

    @Autowired
    private EventFixtures events;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient database;

    @Test
    void goesFromTheNeedsOfAClassToTheAnswerItReads(Scene scene) {
        var event = events.published()
                .instructing("Entrée par la cour.\nApportez un stylo.")
                .seats(60)
                .now();
        var held = aClass(event);
        var list = "/espace/evenements/%s/inscrits".formatted(event.id().value());
        var organiser = scene.visitor(people.member(event.organisation()));

        organiser.open(list).follow("Voir la liste").follow("Répondre");
        organiser.reads("Un élève se déplace en fauteuil.").press("Envoyer la réponse");
        assertThat(organiser.status()).isEqualTo(422);
        organiser.type("Votre réponse", "Un ascenseur mène à la salle.").press("Envoyer la réponse");
        organiser.reads("Répondu : Un ascenseur mène à la salle.").follow("Écrire aux inscrits");
        organiser.type("Objet", "Le parking").type("Message", "Il est fermé.").press("Relire");
        organiser.reads("Ce message part à 1 inscription").press("Envoyer");
        organiser.reads("Votre message part à 1 inscription.");

        scene.visitor(people.pilot())
                .open(list)
                .follow("Messages envoyés")
                .reads("Le parking")
                .doesNotRead("Il est fermé.");
        var teacher = scene.visitor(people.withoutRole()).open(held.path());
        teacher.reads("Apportez un stylo.").reads("Un ascenseur mène à la salle.");
        teacher.press("Ne plus recevoir de rappels").reads("vous ne recevrez plus de rappel");
        teacher.press("Recevoir les rappels").reads("Vous recevrez un rappel une semaine avant");
    }

    private Registration aClass(EventFixtures.Published event) {
        var school = ASchool.lycee("Lycée des besoins").add(database);
        var teacher = people.teacher(school.uai());
        var group = new Registrant.ClassGroup(
                new Registrant.Teacher(teacher.id(), "Mme Dupuis", teacher.mail()),
                school.uai(),
                "2de 4",
                Audience.SECONDE,
                new Registrant.Headcount(24, null, 2),
                "Un élève se déplace en fauteuil.");
        var request = new SeatRequest(UUID.randomUUID(), event.id(), event.session(), group);
        return ((Outcome.Confirmed) registrations.register(request)).registration();
    }
}
