package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A school takes part: its head commits it, a teacher recommends an event, the head publishes, a parent reads the
/// programme and takes it into a calendar, the poster and the message are ready. With sixty events its pages stay
/// light.
@PreauTest
@ExtendWith(Scene.Setting.class)
class SchoolJourney {
    @Autowired
    private TestPeople people;

    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private JdbcClient database;

    @Test
    void takesPartWithAPointer(Scene scene) throws Exception {
        takePart(scene, Way.POINTER, Screen.DESKTOP, 1);
    }

    @Test
    void takesPartWithoutScriptsOnAPhone(Scene scene) throws Exception {
        takePart(scene, Way.NO_SCRIPT, Screen.PHONE, 1);
    }

    @Test
    void takesPartWithTheKeyboardAndSixtyEvents(Scene scene) throws Exception {
        takePart(scene, Way.KEYBOARD, Screen.NARROW, 60);
    }

    private void takePart(Scene scene, Way way, Screen screen, int hosted) throws Exception {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var school =
                ASchool.lycee("Lycée Semaine " + mark).in("Foix", "09000", "09").add(database);
        var edition = editions.current();
        for (var number = 0; number < hosted; number++) {
            events.published()
                    .titled("Forum %d %s".formatted(number, mark))
                    .in(edition)
                    .at(school)
                    .now();
        }
        events.published().titled("Robots et codage " + mark).in(edition).now();
        var desk = "/espace/etablissement/" + school.uai() + "/semaine";
        var head = signedIn(scene, way, screen, people.head(school.uai()));
        var teacher = signedIn(scene, way, screen, people.teacher(school.uai()));
        head.open(desk)
                .press("Inscrire la semaine dans la programmation annuelle")
                .reads("C'est fait");
        recommend(teacher, desk, mark);
        head.open(desk).tick("Tout le monde").press("Publier le programme").reads("tout le monde peut le lire");
        read(scene.visitor(way, screen), school, mark);
        head.open(desk).follow("L'affiche").reads("/etablissements/" + school.uai() + "/semaine");
        head.open(desk).follow("Le message aux familles").reads("Ouvrir dans ma messagerie");
        teacher.open("/espace")
                .follow("Carnet d'orientation : " + school.name())
                .reads("Rien encore");
    }

    private static void recommend(Visitor teacher, String desk, String mark) {
        teacher.open(desk)
                .follow("Recommander un événement")
                .type("Chercher partout", "codage " + mark)
                .press("Chercher")
                .follow("Robots et codage " + mark)
                .type("Pourquoi y aller ?", "On y programme un vrai robot.")
                .press("Recommander")
                .reads("quand la direction l'aura publié");
    }

    private static void read(Visitor parent, School school, String mark) throws Exception {
        parent.open("/etablissements/" + school.uai() + "/semaine").reads(school.name());
        var last = parent.page().locator("a[rel=next]").count() > 0
                ? parent.open("/etablissements/" + school.uai() + "/semaine?page=4")
                : parent;
        last.reads(mark);
        var calendar = parent.page()
                .locator("main a[href$='.ics']")
                .first()
                .evaluate("link => link.href")
                .toString();
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(calendar)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().replace("\r\n ", ""))
                .contains("SUMMARY:Robots et codage " + mark, "SUMMARY:Forum 0 " + mark);
    }

    private static Visitor signedIn(Scene scene, Way way, Screen screen, SignedIn person) {
        var visitor = scene.visitor(way, screen);
        new Account(visitor, scene.letters(), person.mail()).signIn();
        return visitor;
    }
}
