package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What the rules of a draft accept, everything after them must accept: validation, the public pages, the edit of what
/// is published. Random forms, sent as a browser does, with blanks wherever the form allows one.
@PreauTest
class AcceptedDraftsTests {
    private static final int DRAWS = 300;
    private static final String SPACE = "/espace/evenements";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Authoring authoring;

    @Autowired
    private SeatRepository sessions;

    @Autowired
    private EditionFixtures editions;

    private final List<String> departements;
    private final SignedIn organiser;
    private final SignedIn pilot;

    AcceptedDraftsTests(@Autowired TestPeople people, @Autowired Territories territories) {
        organiser = people.member(people.organisation("Les blancs").id());
        pilot = people.pilot();
        departements =
                territories.departements().stream().map(Departement::code).toList();
    }

    @Test
    void publishesWhateverItsRulesAccept() {
        editions.current();
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int published = 0;
        int changed = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            var id = UUID.randomUUID();
            var form = form(random);
            if (!submits(post(SPACE, organiser, id, form))
                    || !submits(post(SPACE + "/" + id + "/soumettre", organiser, UUID.randomUUID(), at(0)))) {
                continue;
            }
            accept(id, "seed %d, draw %d, %s".formatted(seed, draw, form));
            published++;
            changed += change(id, random, "seed %d, draw %d, %s".formatted(seed, draw, form)) ? 1 : 0;
        }
        assertThat(published).as("seed %d", seed).isGreaterThan(DRAWS / 4);
        assertThat(changed).as("seed %d", seed).isGreaterThan(DRAWS / 10);
    }

    private void accept(UUID id, String what) {
        var asked = standing(id);
        var lock = at(asked.event().lock());
        assertThat(post("/espace/moderation/" + id + "/accepter", pilot, UUID.randomUUID(), lock))
                .as(what)
                .hasStatus3xxRedirection();
        var there = standing(id);
        assertThat(there.event().state()).as(what).isEqualTo(EventState.PUBLISHED);
        assertThat(sessions.idsOf(new EventId(id)))
                .as(what)
                .hasSize(there.latest().content().sessions().size());
        for (var page : List.of("/evenements/%s", "/evenements/%s.ics", "/api/evenements/%s", SPACE + "/%s")) {
            assertThat(open(page.formatted(id))).as(what + page).hasStatusOk();
        }
        assertThat(open(SPACE + "/" + id + "/modifier")).as(what).hasStatusOk();
    }

    /// Whether another form, as random as the first, replaced what was published.
    private boolean change(UUID id, RandomGenerator random, String what) {
        var other = form(random);
        var known = standing(id).latest().content().sessions();
        for (int i = 0; i < known.size() && random.nextBoolean(); i++) {
            other.set("sessions[%d].id".formatted(i), known.get(i).id().toString());
        }
        other.add("action", "submit");
        other.addAll(at(standing(id).event().lock()));
        if (!submits(post(SPACE + "/" + id + "/modifier", organiser, UUID.randomUUID(), other))) {
            return false;
        }
        if (standing(id).latest().state() == VersionState.SUBMITTED) {
            accept(id, what + ", then " + other);
        }
        return standing(id).latest().state() == VersionState.APPROVED;
    }

    /// Refused in words is fine; broken is not.
    private static boolean submits(MvcTestResult sent) {
        var status = sent.getResponse().getStatus();
        assertThat(status).isIn(302, 303, 409, 422);
        return status < 400;
    }

    private MultiValueMap<String, String> form(RandomGenerator random) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("title", one(random, "Un robot", "É", "Nuit \u202Edu code 🤖", "x".repeat(120)));
        form.add(
                "kind",
                random.nextInt(15) == 0 ? "" : one(random, Edition.LETTER_KINDS).code());
        form.add("description", one(random, "On programme.", "é\n\n".repeat(900), "🤖".repeat(2500)));
        form.add("format", one(random, Format.values()).name());
        form.add("audience", random.nextInt(20) == 0 ? "PARENTS" : "SECONDE");
        some(random, Audience.values()).forEach(one -> form.add("audience", one.name()));
        some(random, Accessibility.values()).forEach(one -> form.add("accessibility", one.name()));
        where(form, random);
        form.add("contactName", random.nextInt(20) == 0 ? "" : "Ada");
        form.add("contactMail", one(random, "ada@example.org", "Ada.B+c@bücher.example", "a@b.example"));
        form.add("instructions", one(random, "", "Entrée B.", "é".repeat(1500)));
        form.add("waitingOrder", one(random, "", "STRICT", "FILL"));
        form.add("waitingPasses", one(random, "3", "3", "20"));
        for (int i = random.nextInt(4); i >= 0; i--) {
            session(form, i, random);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            form.add("speakers[%d].name".formatted(i), one(random, "", "Grace", "g".repeat(120)));
            form.add("speakers[%d].role".formatted(i), one(random, "", "ingénieure"));
            form.add("speakers[%d].gender".formatted(i), one(random, "", "WOMAN", "OTHER"));
        }
        return form;
    }

    private void where(MultiValueMap<String, String> form, RandomGenerator random) {
        form.add("placeKind", one(random, "address", "address", "address", "school"));
        form.add("school", one(random, "", "0090013D", "0090013D", "nulle part"));
        form.add("venueName", one(random, "", "Médiathèque"));
        form.add("address", random.nextInt(10) == 0 ? "" : "1 place de la Mairie");
        form.add("postcode", one(random, "", "09000", "97400", "??"));
        form.add("commune", one(random, "Foix", "Saint-Denis", "Papeete", "Trifouilly"));
        form.add("departement", random.nextInt(4) == 0 ? "" : one(random, departements));
        form.add("link", one(random, "", "https://visio.example/salle", "https://visio.example/salle"));
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            form.add("offeredIn", one(random, departements));
        }
    }

    private void session(MultiValueMap<String, String> form, int number, RandomGenerator random) {
        var row = "sessions[%d].".formatted(number);
        var start = random.nextInt(22);
        var capacity = one(random, 1, 5, 30, 10_000);
        form.add(row + "id", random.nextBoolean() ? "" : UUID.randomUUID().toString());
        form.add(
                row + "day", editions.today().plusDays(2 + random.nextInt(4000)).toString());
        form.add(row + "start", "%02d:00".formatted(start));
        form.add(row + "end", "%02d:30".formatted(start + random.nextInt(24 - start)));
        form.add(row + "capacity", random.nextInt(40) == 0 ? "" : String.valueOf(capacity));
        form.add(row + "classSeats", one(random, "", "", "0", "1", String.valueOf(capacity)));
    }

    @SafeVarargs
    private static <T> T one(RandomGenerator random, T... all) {
        return all[random.nextInt(all.length)];
    }

    private static <T> T one(RandomGenerator random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> List<T> some(RandomGenerator random, T[] all) {
        var some = new ArrayList<T>();
        for (var each : all) {
            if (random.nextInt(3) == 0) {
                some.add(each);
            }
        }
        return some;
    }

    private static MultiValueMap<String, String> at(int lock) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("lock", String.valueOf(lock));
        return fields;
    }

    private MvcTestResult open(String address) {
        return mvc.get().uri(address).with(organiser).exchange();
    }

    private MvcTestResult post(String address, SignedIn person, UUID jeton, MultiValueMap<String, String> fields) {
        return mvc.post()
                .uri(address)
                .with(person)
                .with(csrf())
                .param("jeton", jeton.toString())
                .params(fields)
                .exchange();
    }

    private Standing standing(UUID id) {
        return authoring.find(new EventId(id)).orElseThrow();
    }
}
