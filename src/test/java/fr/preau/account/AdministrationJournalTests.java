package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.PreauTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/// One journal tells of roles and of every other act of administration.
@PreauTest
class AdministrationJournalTests {
    private static final String PAGE = "/espace/administration/journal";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private RoleRepository roles;

    @Autowired
    private AdministrationJournal journal;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient sql;

    private final String title = "Nuit du code " + UUID.randomUUID();
    private Browsing site;
    private SignedIn pilot;

    @BeforeEach
    void open() {
        site = new Browsing(mvc);
        pilot = people.pilot();
    }

    @Test
    void showsAnActWithItsReasonBesideRoles() {
        write("annule l'événement", title, "Payant");

        var line = site.page(pilot, PAGE + "?sujet=" + title.toUpperCase(java.util.Locale.ROOT))
                .select("tbody tr")
                .text();
        assertThat(line).contains(pilot.mail(), "annule l'événement", title, "Payant");
        assertThat(site.page(pilot, PAGE + "?quoi=ROLE&sujet=" + title).select("tbody tr"))
                .isEmpty();
        assertThat(site.page(pilot, PAGE + "?quoi=ACT&qui=" + pilot.mail()).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void undoesTheLineWithTheActItTellsOf() {
        transactions.executeWithoutResult(status -> {
            journal.write(roles.viewer(pilot.id().value()).orElseThrow(), "annule l'événement", title, "");
            status.setRollbackOnly();
        });

        assertThat(site.page(pilot, PAGE + "?sujet=" + title).select("tbody tr"))
                .isEmpty();
        assertThatThrownBy(() ->
                        journal.write(roles.viewer(pilot.id().value()).orElseThrow(), "annule l'événement", title, ""))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void refusesToRewriteAnAct() {
        write("annule l'événement", title, "x".repeat(3000));

        for (var rewriting : new String[] {
            "update account.act set reason = '' where about = ?", "delete from account.act where about = ?"
        }) {
            assertThatThrownBy(() -> sql.sql(rewriting).param(title).update()).isInstanceOf(DataAccessException.class);
        }
    }

    private void write(String act, String about, String reason) {
        var viewer = roles.viewer(pilot.id().value()).orElseThrow();
        transactions.executeWithoutResult(_ -> journal.write(viewer, act, about, reason));
    }
}
