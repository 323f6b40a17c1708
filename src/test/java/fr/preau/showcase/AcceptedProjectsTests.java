package fr.preau.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the rules of a project accept, validation, the gallery and the next version accept: random forms, with blanks
/// wherever the form allows one.
@PreauTest
class AcceptedProjectsTests {
    private static final int DRAWS = 150;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private TestPeople people;

    @Autowired
    private ProjectRepository projects;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MockMvcTester mvc;

    @SuppressWarnings("NullAway.Init")
    private ShowcaseBrowsing browser;

    @SuppressWarnings("NullAway.Init")
    private SignedIn teacher;

    @SuppressWarnings("NullAway.Init")
    private SignedIn pilot;

    @SuppressWarnings("NullAway.Init")
    private List<String> years;

    @BeforeEach
    void open() {
        editions.current();
        browser = new ShowcaseBrowsing(mvc);
        var school = ASchool.lycee("Lycée des blancs").in("Foix", "09000", "09").add(database);
        teacher = people.teacher(school.uai());
        pilot = people.pilot();
        years =
                browser
                        .page(teacher, "/espace/trophees/nouveau")
                        .select("select[name=annee] option[value~=.+]")
                        .stream()
                        .map(option -> option.val())
                        .toList();
    }

    @Test
    void publishesWhateverItsRulesAccept() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int published = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            var form = form(random);
            var what = "seed %d, %s".formatted(seed, form);
            var created = browser.send(teacher, "/espace/trophees", form.toArray(String[]::new));
            if (!passes(created, what)) {
                continue;
            }
            var id = UUID.fromString(
                    String.valueOf(created.getResponse().getRedirectedUrl()).replaceFirst(".*/", ""));
            if (submits(id, what)) {
                accept(id, what);
                published++;
                var other = form(random);
                if (passes(send(teacher, space(id, "/modifier"), other, "lock", lock(id)), what) && submits(id, what)) {
                    accept(id, what + ", then " + other);
                }
            }
        }
        assertThat(published).as("seed %d", seed).isGreaterThan(DRAWS / 4);
    }

    private boolean submits(UUID id, String what) {
        return passes(send(teacher, space(id, "/soumettre"), List.of(), "lock", lock(id)), what);
    }

    private void accept(UUID id, String what) {
        var accepted = send(pilot, "/espace/moderation/trophees/" + id + "/accepter", List.of(), "lock", lock(id));
        assertThat(accepted).as(what).hasStatus(302);
        for (var page : List.of("/trophees/" + id, space(id, ""), "/espace/moderation/trophees/" + id)) {
            assertThat(browser.open(page.startsWith("/espace/moderation") ? pilot : teacher, page))
                    .as(what + page)
                    .hasStatusOk();
        }
        assertThat(browser.open(teacher, "/trophees.atom")).as(what).hasStatusOk();
    }

    /// Refused in words is fine; broken is not.
    private static boolean passes(MvcTestResult sent, String what) {
        var status = sent.getResponse().getStatus();
        assertThat(status).as(what).isIn(302, 409, 422);
        return status == 302;
    }

    private List<String> form(RandomGenerator random) {
        var form = new ArrayList<String>();
        add(form, "titre", one(random, "Mon jeu", "É", "🤖".repeat(60)));
        add(form, "annee", years.get(random.nextInt(years.size())));
        add(
                form,
                "niveau",
                random.nextInt(12) == 0 ? "" : one(random, Level.values()).name());
        add(
                form,
                "categorie",
                random.nextInt(12) == 0 ? "" : one(random, Category.values()).name());
        add(form, "resume", one(random, "Un jeu.", "Un jeu.", "é".repeat(300), random.nextInt(3) == 0 ? "" : "Court."));
        add(form, "quoi", one(random, "On joue.", "x\n\n".repeat(1000), "On joue."));
        add(form, "comment", one(random, "En Python.", "🐍".repeat(2000)));
        add(
                form,
                "source",
                one(random, "", "https://forge.apps.education.fr/equipe/projet", "https://inconnu.example/x"));
        add(
                form,
                "licence",
                random.nextInt(12) == 0 ? "" : one(random, Licence.values()).name());
        add(form, "equipe", one(random, "Inès\nTom", "Zoé", "Jean-Loup\nInès M.", "Teʻura"));
        add(form, "eleves", one(random, "", "2", "40"));
        add(form, "filles", one(random, "", "0", "1", "2"));
        return form;
    }

    private static void add(List<String> form, String name, String value) {
        form.add(name);
        form.add(value);
    }

    @SafeVarargs
    private static <T> T one(RandomGenerator random, T... all) {
        return all[random.nextInt(all.length)];
    }

    private MvcTestResult send(SignedIn who, String address, List<String> form, String name, String value) {
        var all = new ArrayList<>(form);
        add(all, name, value);
        return browser.send(who, address, all.toArray(String[]::new));
    }

    private static String space(UUID id, String page) {
        return "/espace/trophees/" + id + page;
    }

    private String lock(UUID id) {
        return String.valueOf(projects.find(new ProjectId(id)).orElseThrow().lock());
    }
}
