package fr.preau.school;

import fr.preau.account.AccountRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The school's journal still says when and what after someone's account is gone; no longer who.
@Component
class LeavingStaff {
    private final JdbcClient jdbc;

    LeavingStaff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(AccountRemoved news) {
        jdbc.sql("update school.journal set actor_name = 'compte supprimé' where actor = ?")
                .param(news.person().value())
                .update();
    }
}
