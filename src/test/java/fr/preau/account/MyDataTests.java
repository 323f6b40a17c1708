package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.EventFixtures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What someone does with their own account, and what becomes of one nobody uses.
@PreauTest
@RecordApplicationEvents
class MyDataTests {
    private static final String HERE = "/espace/mes-donnees";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleRepository roles;

    @Autowired
    private AccountRemoval removal;

    @Autowired
    private UnusedAccounts unused;

    @Autowired
    private EventFixtures events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationEvents news;

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
    void showsAndGivesAwayWhatIsKept() {
        var pilot = people.pilot();

        assertThat(site.page(pilot, HERE).text()).contains(pilot.mail(), pilot.name(), "pilote national");
        var file = site.open(pilot, HERE + ".json").getResponse().getContentAsByteArray();
        var json = JsonMapper.builder().build().readTree(file);
        assertThat(json.get("Mon compte").get(0).get("Adresse").asString()).isEqualTo(pilot.mail());
        assertThat(json.get("Mes rôles").get(0).get("Rôle").asString()).isEqualTo("pilote national");
    }

    @Test
    void changesAnAddressOnlyFromItsOwnMailbox() {
        var someone = people.withoutRole();
        var mail = "new-%s@example.org".formatted(UUID.randomUUID());
        assertThat(site.send(someone, HERE + "/adresse", "courriel", "nulle part"))
                .hasStatus(422);
        assertThat(site.send(someone, HERE + "/adresse", "courriel", mail)).hasStatus(302);
        assertThat(accounts.find(someone.id()).orElseThrow().mail()).isEqualTo(someone.mail());

        var link = asked(mail);
        assertThat(site.page(Browsing.NOBODY, link).text()).contains(mail);
        assertThat(site.send(Browsing.NOBODY, link)).hasStatus(302);

        assertThat(accounts.find(someone.id()).orElseThrow().mail()).isEqualTo(mail);
        assertThat(accounts.find(new MailAddress(someone.mail()))).isEmpty();
        assertThat(letters(someone.mail())).anyMatch(text -> text.contains("nouvelle adresse"));
        assertThat(site.send(Browsing.NOBODY, link)).as("a second click").hasStatus(410);
    }

    @Test
    void tellsOnlyItsReaderThatAnAddressHasAnAccount() {
        var someone = people.withoutRole();
        var other = people.withoutRole();

        assertThat(site.send(someone, HERE + "/adresse", "courriel", other.mail()))
                .as("the same answer as for any address")
                .hasStatus(302);
        assertThat(site.send(Browsing.NOBODY, asked(other.mail()))).hasStatus(409);
        assertThat(accounts.find(someone.id()).orElseThrow().mail()).isEqualTo(someone.mail());
    }

    @Test
    void removesAnAccountAndLeavesWhatItDidUnnamed() {
        var organisation = people.organisation("Association des adieux");
        var member = people.member(organisation.id());
        var event = events.published().by(organisation.id()).now();
        sql.sql("update event.version set decided_by = ?, decider = ?, decided_at = now() where event_id = ?")
                .param(member.id().value())
                .param(member.name())
                .param(event.id().value())
                .update();

        assertThat(site.page(member, HERE + "/suppression").text()).contains("Association des adieux");
        assertThat(site.send(member, HERE + "/suppression")).hasStatus(302);

        assertThat(accounts.find(member.id())).isEmpty();
        assertThat(roles.holds(member.id(), new Role.Member(organisation.id()))).isFalse();
        assertThat(sql.sql("select action || ' ' || actor_mail as it from account.journal where subject_mail = ?")
                        .param(member.mail())
                        .query((row, _) -> row.getString("it"))
                        .list())
                .contains("REMOVED " + member.mail());
        assertThat(sql.sql("select decider from event.version where event_id = ?")
                        .param(event.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("compte supprimé");
        assertThat(sql.sql("select count(*) from account.session where principal_name in (?, ?)")
                        .param(member.name())
                        .param(member.mail())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(letters(member.mail())).singleElement().asString().contains("sont supprimés");
        assertThat(accounts.findOrCreate(new MailAddress(member.mail())).id())
                .as("who comes back is someone new")
                .isNotEqualTo(member.id());
    }

    @Test
    void neverRemovesTheLastPilot() {
        transactions.executeWithoutResult(transaction -> {
            sql.sql("delete from account.role_grant where role = 'PILOT'").update();
            var pilot = people.pilot();

            assertThat(site.page(pilot, HERE + "/suppression").text()).contains("dernier pilote");
            assertThat(removal.remove(pilot.id(), Actor.CONFIGURATION)).isFalse();
            people.pilot();
            assertThat(removal.remove(pilot.id(), Actor.CONFIGURATION)).isTrue();
            transaction.setRollbackOnly();
        });
    }

    @Test
    void warnsAnUnusedAccountThenRemovesItAMonthLater() {
        var someone = lastSeen(
                people.withoutRole(), LocalDate.now(clock).minusYears(2).minusDays(1));

        night();
        assertThat(letters(someone.mail())).singleElement().asString().contains("/connexion");
        night();
        assertThat(letters(someone.mail())).as("warned once").hasSize(1);
        clock.advance(Duration.ofDays(27));
        night();
        assertThat(accounts.find(someone.id())).isPresent();

        clock.advance(Duration.ofDays(6));
        night();
        assertThat(accounts.find(someone.id())).isEmpty();
    }

    @Test
    void keepsAnAccountWhoseOwnerComesBackInTime() {
        var someone = lastSeen(people.withoutRole(), LocalDate.now(clock).minusYears(3));
        night();
        clock.advance(Duration.ofDays(20));

        accounts.seen(someone.id());
        clock.advance(Duration.ofDays(20));
        night();

        assertThat(accounts.find(someone.id())).isPresent();
        assertThat(news.stream(AccountUnused.class).filter(one -> one.mail().equals(someone.mail())))
                .hasSize(1);
    }

    private SignedIn lastSeen(SignedIn person, LocalDate day) {
        sql.sql("update account.person set last_seen = ? where id = ?")
                .param(day)
                .param(person.id().value())
                .update();
        return person;
    }

    private void night() {
        transactions.executeWithoutResult(_ -> unused.forget(clock.instant(), 100_000));
    }

    private String asked(String mail) {
        return news.stream(AddressChangeAsked.class)
                .filter(one -> one.mail().equals(mail))
                .map(one -> one.link().replaceFirst("https?://[^/]+", ""))
                .findFirst()
                .orElseThrow();
    }

    private List<String> letters(String mail) {
        return sql.sql("select text from notification.message where recipient = ? order by created_at")
                .param(mail)
                .query((row, _) -> row.getString("text"))
                .list();
    }
}
