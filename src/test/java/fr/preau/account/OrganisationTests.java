package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.territory.ASchool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PreauTest
@RecordApplicationEvents
class OrganisationTests {
    private final String name = "Atelier " + UUID.randomUUID();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Grants grants;

    @Autowired
    private RoleRepository roles;

    @Autowired
    private ApplicationEvents news;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private SettableClock clock;

    private Browsing site;

    @BeforeEach
    void open() {
        site = new Browsing(mvc);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void createsOnceAndMakesItsCreatorAMember() {
        var founder = people.withoutRole();
        var form = UUID.randomUUID().toString();

        var first = create(founder, form, name);
        var second = create(founder, form, name);

        var address = "/espace/organisations/" + form;
        assertThat(first.getResponse().getRedirectedUrl()).isEqualTo(address);
        assertThat(second.getResponse().getRedirectedUrl()).isEqualTo(address);
        assertThat(organisations.mailsOf(new OrganisationId(UUID.fromString(form))))
                .containsExactly(founder.mail());
        assertThat(site.page(founder, address).select("h1").text()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "nom, ''",
        "nom, a",
        "nature, PARTY",
        "nature, ''",
        "departement, 999",
        "departement, ''",
        "site, javascript:alert(1)",
        "site, exemple",
        "siren, 123456789"
    })
    void refusesWhatIsWrongAtItsField(String field, String typed) {
        var answer = site.send(people.withoutRole(), "/espace/organisations", with(field, typed));

        assertThat(answer).hasStatus(422);
        var page = Browsing.page(answer);
        assertThat(page.select("#" + field + "-erreur").text()).isNotBlank();
        assertThat(page.title()).startsWith("À corriger");
        assertThat(count()).isZero();
    }

    @Test
    void refusesControlCharactersAndGiants() {
        var someone = people.withoutRole();
        for (var typed : List.of("a\u0000b", "a\nb", "a".repeat(10_000))) {
            assertThat(site.send(someone, "/espace/organisations", with("nom", typed)))
                    .hasStatus(422);
            assertThat(site.send(someone, "/espace/organisations", with("commune", typed)))
                    .hasStatus(422);
            assertThat(site.send(someone, "/espace/organisations", with("site", typed)))
                    .hasStatus(422);
            assertThat(site.send(someone, "/espace/organisations", with("siren", typed)))
                    .hasStatus(422);
            assertThat(site.send(someone, "/espace/organisations", with("departement", typed)))
                    .hasStatus(422);
        }
    }

    @Test
    void warnsOfTheSameNameAndLetsOneInsist() {
        create(people.withoutRole(), UUID.randomUUID().toString(), name);
        var other = people.withoutRole();
        var alike = name.toUpperCase(java.util.Locale.ROOT).replace('-', ' ');

        var warned = create(other, UUID.randomUUID().toString(), alike);
        assertThat(warned).hasStatus(422);
        assertThat(Browsing.page(warned).select("input[name=doublon]")).hasSize(1);

        var fields = new ArrayList<>(List.of(with("nom", alike)));
        fields.addAll(List.of("doublon", "oui"));
        assertThat(site.send(other, "/espace/organisations", fields.toArray(String[]::new)))
                .hasStatus(302);
    }

    @Test
    void letsOnlyConfirmedStaffSpeakForASchoolAndOnce() {
        var school = ASchool.lycee("Lycée " + name).add(sql);
        var fields = List.of(
                "nom", name, "nature", "SCHOOL", "etablissement", school.uai().value(), "departement", "09");

        var stranger = site.send(people.withoutRole(), "/espace/organisations", fields.toArray(String[]::new));
        assertThat(Browsing.page(stranger).select("#etablissement-erreur")).isNotNull();
        assertThat(stranger).hasStatus(422);

        assertThat(site.send(people.teacher(school.uai()), "/espace/organisations", fields.toArray(String[]::new)))
                .hasStatus(302);

        var again = new ArrayList<>(fields);
        again.addAll(List.of("doublon", "oui"));
        var second = site.send(people.head(school.uai()), "/espace/organisations", again.toArray(String[]::new));
        assertThat(Browsing.page(second).select("#etablissement-erreur").text()).contains("déjà son organisation");
    }

    @Test
    void opensToItsMembersOnly() {
        var organisation = people.organisation(name);
        var address = "/espace/organisations/" + organisation.id().value();
        var stranger = people.member(people.organisation("Autre " + name).id());

        assertThat(site.open(people.member(organisation.id()), address)).hasStatusOk();
        assertThat(site.open(people.pilot(), address)).hasStatusOk();
        assertThat(site.open(stranger, address)).hasStatus(403);
        assertThat(site.open(stranger, address + "/modifier")).hasStatus(403);
        assertThat(site.send(stranger, address + "/modifier", with("nom", "Volée")))
                .hasStatus(403);
        assertThat(site.send(stranger, address + "/invitations", "courriel", "x@example.org"))
                .hasStatus(403);
        assertThat(site.open(Browsing.NOBODY, address)).hasStatus(302);
        assertThat(site.open(stranger, "/espace/organisations/" + UUID.randomUUID()))
                .hasStatus(404);
        assertThat(site.open(stranger, "/espace/organisations/abc")).hasStatus(404);
        assertThat(organisations.find(organisation.id()).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void isCorrectedByAMember() {
        var organisation = people.organisation(name);
        var address = "/espace/organisations/" + organisation.id().value();
        var member = people.member(organisation.id());

        assertThat(site.page(member, address + "/modifier").select("#nom").val())
                .isEqualTo(name);
        assertThat(site.send(member, address + "/modifier", locked("nom", name + " bis", "0")))
                .hasStatus(302);

        assertThat(organisations.find(organisation.id()).orElseThrow().name()).isEqualTo(name + " bis");
    }

    @Test
    void invitesAColleagueOnceWhoAcceptsWithThatAddressOnly() {
        var organisation = people.organisation(name);
        var member = people.member(organisation.id());
        var colleague = people.withoutRole();
        var form = UUID.randomUUID().toString();
        var address = "/espace/organisations/" + organisation.id().value();

        invite(member, organisation, colleague.mail(), form);
        invite(member, organisation, colleague.mail(), form);
        var sent = news.stream(InvitationSent.class).toList();
        assertThat(sent).hasSize(1);
        var link = sent.getFirst().link().replaceFirst("^https?://[^/]+", "");

        assertThat(site.page(member, address).text()).contains(colleague.mail());
        var visitor = site.page(Browsing.NOBODY, link);
        assertThat(visitor.select("a.button").attr("href")).isEqualTo("/connexion?vers=" + link);
        assertThat(site.page(people.withoutRole(), link).select("form[action=" + link + "]"))
                .isEmpty();
        assertThat(site.send(people.withoutRole(), link)).hasStatus(403);
        assertThat(site.page(colleague, link)
                        .select("form[action=" + link + "] button")
                        .text())
                .isEqualTo("Accepter");

        assertThat(site.send(colleague, link)).hasStatus(302);
        assertThat(organisations.mailsOf(organisation.id())).contains(colleague.mail());
        assertThat(site.send(colleague, link)).hasStatus(410);
        assertThat(site.open(colleague, link)).hasStatus(410);
    }

    @Test
    void forgetsAnInvitationAfterFourteenDaysOrWhenWithdrawn() {
        var organisation = people.organisation(name);
        var member = people.member(organisation.id());
        var colleague = people.withoutRole();
        var withdrawn = UUID.randomUUID().toString();
        invite(member, organisation, colleague.mail(), withdrawn);
        site.send(
                member,
                "/espace/organisations/%s/invitations/%s/annulation"
                        .formatted(organisation.id().value(), withdrawn));
        invite(
                member,
                organisation,
                "autre-" + colleague.mail(),
                UUID.randomUUID().toString());
        var links = news.stream(InvitationSent.class)
                .map(sent -> sent.link().replaceFirst("^https?://[^/]+", ""))
                .toList();

        assertThat(site.open(colleague, links.getFirst())).hasStatus(410);
        assertThat(site.open(colleague, links.getLast())).hasStatusOk();
        clock.advance(Duration.ofDays(14).plusSeconds(1));
        assertThat(site.open(colleague, links.getLast())).hasStatus(410);
    }

    @Test
    void doesNotHonourAnInvitationFromSomeoneWhoLeft() {
        var organisation = people.organisation(name);
        var leaving = people.member(organisation.id());
        people.member(organisation.id());
        var colleague = people.withoutRole();
        invite(leaving, organisation, colleague.mail(), UUID.randomUUID().toString());
        var link = news.stream(InvitationSent.class)
                .findFirst()
                .orElseThrow()
                .link()
                .replaceFirst("^https?://[^/]+", "");
        site.send(leaving, remove(organisation, leaving));

        assertThat(site.send(colleague, link)).hasStatus(410);
        assertThat(organisations.mailsOf(organisation.id())).doesNotContain(colleague.mail());
    }

    @Test
    void tellsTheSecondOfTwoWhoCorrectItAndKeepsWhatTheyTyped() {
        var organisation = people.organisation(name);
        var one = people.member(organisation.id());
        var other = people.member(organisation.id());
        var path = "/espace/organisations/" + organisation.id().value() + "/modifier";
        assertThat(site.send(one, path, locked("commune", "Pamiers", "0"))).hasStatus(302);

        var answer = site.send(other, path, locked("commune", "Lavelanet", "0"));

        assertThat(answer).hasStatus(409);
        var page = Browsing.page(answer);
        assertThat(page.select("#erreurs").text()).contains("Quelqu'un d'autre a corrigé", "Pamiers");
        assertThat(page.select("[name=commune]").val()).isEqualTo("Lavelanet");
        assertThat(site.send(
                        other,
                        path,
                        locked(
                                "commune",
                                "Lavelanet",
                                page.select("[name=lock]").val())))
                .hasStatus(302);
    }

    @Test
    void completesASiteTypedWithoutItsScheme() {
        var founder = people.withoutRole();

        var created = site.send(founder, "/espace/organisations", with("site", "www.atelier.example"));

        var page = site.page(founder, String.valueOf(created.getResponse().getRedirectedUrl()));
        assertThat(page.select("dd a").attr("href")).isEqualTo("https://www.atelier.example");
    }

    @Test
    void offersSchoolsToEveryoneAndSaysWhoMaySpeakForOne() {
        var someone = people.withoutRole();
        assertThat(site.page(someone, "/espace/organisations/nouvelle")
                        .select("input[name=nature][value=SCHOOL], a[href='/espace/etablissements']"))
                .hasSize(2);

        var answer = site.send(someone, "/espace/organisations", with("nature", "SCHOOL"));

        assertThat(answer).hasStatus(422);
        assertThat(Browsing.page(answer).select("#nature-erreur").text()).contains("Mes établissements");
    }

    @Test
    void declinesAnInvitationOnItsPageOrInTheSpace() {
        var organisation = people.organisation(name);
        var member = people.member(organisation.id());
        var colleague = people.withoutRole();
        invite(member, organisation, colleague.mail(), UUID.randomUUID().toString());
        var link = news.stream(InvitationSent.class)
                .findFirst()
                .orElseThrow()
                .link()
                .replaceFirst("^https?://[^/]+", "");
        assertThat(site.page(colleague, link).text()).contains("Répondez jusqu'au", "Refuser");

        assertThat(site.send(colleague, link + "/refus")).hasStatus(302);
        assertThat(site.send(colleague, link)).hasStatus(410);
        assertThat(site.send(colleague, link + "/refus")).hasStatus(410);
        var again = UUID.randomUUID().toString();
        invite(member, organisation, colleague.mail(), again);
        assertThat(site.send(people.withoutRole(), "/espace/invitations/" + again + "/refus"))
                .hasStatus(403);
        assertThat(site.send(colleague, "/espace/invitations/" + again + "/refus"))
                .hasStatus(302);
        assertThat(organisations.mailsOf(organisation.id())).containsExactly(member.mail());
    }

    @Test
    void asksBeforeAMemberIsRemoved() {
        var organisation = people.organisation(name);
        var first = people.member(organisation.id());
        var second = people.member(organisation.id());

        var asked = site.page(first, remove(organisation, second));

        assertThat(asked.select("form[action='" + remove(organisation, second) + "'] button")
                        .text())
                .isEqualTo("Retirer");
        assertThat(organisations.mailsOf(organisation.id())).hasSize(2);
        assertThat(site.open(people.withoutRole(), remove(organisation, second)))
                .hasStatus(403);
    }

    @Test
    void removesMembersButNeverTheLast() {
        var organisation = people.organisation(name);
        var first = people.member(organisation.id());
        var second = people.member(organisation.id());

        site.send(first, remove(organisation, second));
        assertThat(organisations.mailsOf(organisation.id())).containsExactly(first.mail());
        site.send(first, remove(organisation, first));
        assertThat(organisations.mailsOf(organisation.id())).containsExactly(first.mail());
    }

    @Test
    void keepsOneMemberWhenTwoRemoveEachOtherAtOnce() throws InterruptedException {
        for (var round = 0; round < 10; round++) {
            var organisation = people.organisation(name + round);
            var one = people.member(organisation.id());
            var other = people.member(organisation.id());
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                both.invokeAll(List.of(takes(one, other, organisation), takes(other, one, organisation)));
            }
            assertThat(organisations.mailsOf(organisation.id())).hasSize(1);
        }
    }

    private Callable<Grants.Removal> takes(SignedIn who, SignedIn whom, Organisation organisation) {
        var viewer = roles.viewer(who.id().value()).orElseThrow();
        var person = accounts.find(whom.id()).orElseThrow();
        return () -> grants.take(viewer, person, new Role.Member(organisation.id()));
    }

    private MvcTestResult create(SignedIn who, String form, String called) {
        var fields = new ArrayList<>(List.of(with("nom", called)));
        fields.addAll(List.of("jeton", form));
        return site.send(who, "/espace/organisations", fields.toArray(String[]::new));
    }

    private void invite(SignedIn who, Organisation organisation, String mail, String form) {
        var address = "/espace/organisations/%s/invitations"
                .formatted(organisation.id().value());
        assertThat(site.send(who, address, "courriel", mail, "jeton", form)).hasStatus(302);
    }

    private static String remove(Organisation organisation, SignedIn who) {
        return "/espace/organisations/%s/membres/%s/retrait"
                .formatted(organisation.id().value(), who.id().value());
    }

    private String[] locked(String field, String typed, String lock) {
        var fields = new ArrayList<>(List.of(with(field, typed)));
        fields.addAll(List.of("lock", lock));
        return fields.toArray(String[]::new);
    }

    /// A right form, but for one field.
    private String[] with(String field, String typed) {
        var fields = new ArrayList<>(List.of(
                "nom",
                name,
                "nature",
                "ASSOCIATION",
                "departement",
                "09",
                "commune",
                "Foix",
                "site",
                "https://atelier.example",
                "siren",
                "732 829 320"));
        fields.set(fields.indexOf(field) + 1, typed);
        return fields.toArray(String[]::new);
    }

    private long count() {
        return sql.sql("select count(*) from account.organisation where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
