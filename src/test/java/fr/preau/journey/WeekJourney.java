package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import fr.preau.territory.Territories;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The week, from end to end: an organisation offers an event, the territory's coordinator asks for a change and then
/// accepts, a pupil, a parent and a class find it near their school and take seats, everyone gets a letter, gives the
/// seats back, and the event is as before. With a pointer, without scripts, with the keyboard alone.
@PreauTest
@ExtendWith(Scene.Setting.class)
class WeekJourney {
    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private JdbcClient database;

    @Test
    void livesThroughAnEventWithAPointer(Scene scene) {
        live(scene, Way.POINTER, Screen.DESKTOP);
    }

    @Test
    void livesThroughAnEventWithoutScriptsOnAPhone(Scene scene) {
        live(scene, Way.NO_SCRIPT, Screen.PHONE);
    }

    @Test
    void livesThroughAnEventWithTheKeyboardOnANarrowScreen(Scene scene) {
        live(scene, Way.KEYBOARD, Screen.NARROW);
    }

    private void live(Scene scene, Way way, Screen screen) {
        editions.current();
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var title = "Robots et codage " + mark;
        var school =
                ASchool.lycee("Lycée Journée " + mark).in("Foix", "09000", "09").add(database);
        publish(scene, way, screen, title);
        fill(scene, way, screen, title, school);
    }

    private void publish(Scene scene, Way way, Screen screen, String title) {
        var organiser = new Organiser(account(
                scene,
                way,
                screen,
                people.member(people.organisation("Robots du " + title).id())));
        var moderator = new Moderator(account(
                scene,
                way,
                screen,
                people.coordinator(territories.departement("09").orElseThrow().academie())));
        organiser.account().signIn();
        organiser.proposes(title, editions.today().plusDays(2));
        moderator.account().signIn();
        moderator.asksForChanges(title, "Dites quel âge il faut avoir.");
        organiser.corrects(title, "Dites quel âge il faut avoir.", "On y programme un robot, dès quinze ans.");
        moderator.accepts(title, "dès quinze ans");
    }

    private void fill(Scene scene, Way way, Screen screen, String title, School school) {
        var pupil = registrant(scene, way, screen, "pupil-%s@example.org".formatted(UUID.randomUUID()));
        var parent = registrant(scene, way, screen, "parent-%s@example.org".formatted(UUID.randomUUID()));
        var teacher =
                registrant(scene, way, screen, people.teacher(school.uai()).mail());
        var before = pupil.finds(title, school.name()).seats();
        assertThat(before).contains("40");
        pupil.registersAsPupil("Inès");
        assertThat(parent.finds(title, school.name()).seats()).contains("39");
        parent.registersAsParent("Camille", 3);
        assertThat(teacher.finds(title, school.name()).seats()).contains("36");
        teacher.registersAClass(school.name() + ", Foix", "2de 4", 24);
        assertThat(registrant(scene, way, screen, "")
                        .finds(title, school.name())
                        .seats())
                .contains("10");
        pupil.cancels();
        parent.cancels();
        teacher.cancels();
        assertThat(pupil.finds(title, school.name()).seats()).isEqualTo(before);
    }

    private static Account account(Scene scene, Way way, Screen screen, SignedIn person) {
        return new Account(scene.visitor(way, screen), scene.letters(), person.mail());
    }

    private static Registrant registrant(Scene scene, Way way, Screen screen, String mail) {
        return new Registrant(scene.visitor(way, screen), scene.letters(), mail);
    }
}
